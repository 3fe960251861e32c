package farol.intake;

import farol.domain.report.Acceptance;

/** What became of a post, in the end; each is counted under one. */
enum Outcome {
  /** New in the database. */
  STORED,
  /** Had been in the database. */
  DUPLICATE,
  /** Not a report, or not for us. */
  REFUSED,
  /** Its sender was told to come back, or it lies aside. */
  FAILED,
  /** Turned away unread: not received. */
  UNKNOWN_TOKEN;

  static Outcome of(Acceptance acceptance) {
    return switch (acceptance) {
      case STORED, CONFLICTING -> STORED;
      case DUPLICATE -> DUPLICATE;
      case DOMAIN_GONE -> REFUSED;
    };
  }
}

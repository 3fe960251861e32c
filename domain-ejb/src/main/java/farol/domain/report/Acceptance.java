package farol.domain.report;

/** What became of a submitted report; each is durable when it is told. */
public enum Acceptance {
  /** New, and counted. */
  STORED,
  /** The same report had been stored before: nothing changed. */
  DUPLICATE,
  /** An earlier report has the same key and says something else: kept, not counted. */
  CONFLICTING,
  /** The domain was deleted meanwhile: nothing stored. */
  DOMAIN_GONE
}

package farol.web.operations;

import farol.intake.SpoolStatus;
import farol.web.kit.Texts;

/**
 * How the spool stands.
 *
 * @param tone names its state in the style sheet
 * @param size of the files that wait, in words
 * @param aside what lies aside, in words
 */
public record SpoolCard(String tone, String state, int reports, String size, String aside) {
  private static final int KIBIBYTE = 1 << 10;

  static SpoolCard of(SpoolStatus status, Texts texts) {
    return new SpoolCard(
        tone(status),
        state(status, texts),
        status.reports(),
        texts.format("spool.size.value", (status.bytes() + KIBIBYTE - 1) / KIBIBYTE),
        texts.format("spool.aside.value", status.aside()));
  }

  private static String tone(SpoolStatus status) {
    if (!status.hasRoom()) {
      return "refused";
    }
    if (status.outage()) {
      return "unprotected";
    }
    return status.reports() > 0 ? "waiting" : "ok";
  }

  private static String state(SpoolStatus status, Texts texts) {
    if (!status.hasRoom()) {
      return texts.get("spool.state.full");
    }
    if (status.outage()) {
      return texts.get("spool.state.outage");
    }
    return texts.get(status.reports() > 0 ? "spool.state.draining" : "spool.state.idle");
  }
}

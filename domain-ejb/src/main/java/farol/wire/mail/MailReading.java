package farol.wire.mail;

import static java.util.Objects.requireNonNull;

import farol.domain.report.RawReport;
import farol.wire.RefusalCode;

/** What came of looking for a report in a mail. */
public sealed interface MailReading {
  /**
   * Bytes that are meant to be a report; nobody has read them yet.
   *
   * @param report without the mail's transfer encoding, with the part's media type where a report
   *     may have it
   * @param several whether other parts look as much like a report; this is the first of them
   */
  record Found(RawReport report, Envelope envelope, boolean several) implements MailReading {
    public Found {
      requireNonNull(report, "report");
      requireNonNull(envelope, "envelope");
    }
  }

  /**
   * No report.
   *
   * @param detail for people: the rule, then what was found; outside text in it is harmless and
   *     short
   */
  record Nothing(RefusalCode code, String detail) implements MailReading {
    public Nothing {
      requireNonNull(code, "code");
      requireNonNull(detail, "detail");
    }
  }
}

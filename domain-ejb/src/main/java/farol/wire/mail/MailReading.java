package farol.wire.mail;

import static java.util.Objects.requireNonNull;

import farol.domain.report.RawReport;
import farol.domain.report.Report;
import farol.wire.RefusalCode;
import farol.wire.Warning;
import farol.wire.WarningCode;
import java.util.ArrayList;
import java.util.List;

/** What came of looking for a report in a mail. */
public sealed interface MailReading {
  /**
   * Bytes that are meant to be a report; nobody has read them yet.
   *
   * @param report without the mail's transfer encoding, with the part's media type where a report
   *     may have it
   * @param announced whether the mail says that it carries a TLS report, by a media type, a file
   *     name or a header; else it may be anything that begins like one
   * @param several whether other parts look as much like a report; this is the first of them
   */
  record Found(RawReport report, Envelope envelope, boolean announced, boolean several) implements MailReading {
    public Found {
      requireNonNull(report, "report");
      requireNonNull(envelope, "envelope");
    }

    /** What is odd about the mail, now that the report in it is read. */
    public List<Warning> warnings(Report read) {
      List<Warning> warnings = new ArrayList<>();
      if (several) {
        warnings.add(
            new Warning(
                WarningCode.MAIL_SEVERAL_REPORTS,
                "more than one part looks like a report; the first was read"));
      }
      warnings.addAll(Disagreements.between(envelope, read));
      return warnings;
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

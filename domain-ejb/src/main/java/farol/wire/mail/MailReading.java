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
   * @param mail the mail that the report is in: the one that was read, or one that is forwarded in
   *     it. Only its own signatures can prove who wrote the report: a bounce, too, is signed by
   *     whoever sends it, whatever it brings back. Not copied, not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // shares the mail's bytes
  record Found(RawReport report, Envelope envelope, boolean announced, boolean several, byte[] mail)
      implements MailReading {
    public Found {
      requireNonNull(report, "report");
      requireNonNull(mail, "mail");
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
   * @param announced whether the mail's header says that there is one
   */
  record Nothing(RefusalCode code, String detail, boolean announced) implements MailReading {
    public Nothing {
      requireNonNull(code, "code");
      requireNonNull(detail, "detail");
    }
  }
}

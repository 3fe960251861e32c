package farol.tools.report;

import farol.domain.report.RawReport;
import farol.tools.report.Explanation.Explained;
import farol.tools.report.Explanation.Refused;
import farol.wire.Reading;
import farol.wire.RefusalCode;
import farol.wire.ReportReader;
import farol.wire.Warning;
import farol.wire.WarningCode;
import farol.wire.mail.MailLimits;
import farol.wire.mail.MailReader;
import farol.wire.mail.MailReading;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report that somebody has, as JSON, gzip or in a mail, and explains what it says. It knows
 * no domain, so every policy counts alike. Nothing is stored or logged.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportExplainer {
  /** What may be read at all, mails included. */
  public static final int MOST_BYTES = 1 << 20;

  private static final String MAIL = "message/rfc822";

  /** Media types that leave it to the bytes. */
  private static final Set<String> UNDECIDED = Set.of("", MAIL, "application/octet-stream");

  private static final MailReader MAILS = new MailReader(MailLimits.ofSize(MOST_BYTES));

  @Inject ReportReader reader;
  @Inject Clock clock;

  /**
   * Explains what the bytes say.
   *
   * @param body as sent, not decoded; not changed
   * @param contentType the header's value, or null where there was none
   * @param contentEncoding the header's value, or null where there was none
   */
  public Explanation explain(
      byte[] body, @Nullable String contentType, @Nullable String contentEncoding) {
    if (body.length > MOST_BYTES) {
      return new Refused(
          RefusalCode.BODY_TOO_LARGE,
          "a report must have at most " + MOST_BYTES + " bytes, got more");
    }
    String mediaType = essence(contentType);
    if (UNDECIDED.contains(mediaType) && MailReader.isMail(body)) {
      return ofMail(MAILS.read(body));
    }
    String declared = mediaType.equals(MAIL) ? null : contentType;
    return ofReport(new RawReport(body, declared, contentEncoding), null);
  }

  private Explanation ofMail(MailReading mail) {
    if (mail instanceof MailReading.Nothing nothing) {
      return new Refused(nothing.code(), nothing.detail());
    }
    MailReading.Found found = (MailReading.Found) mail;
    return ofReport(found.report(), found);
  }

  private Explanation ofReport(RawReport raw, MailReading.@Nullable Found mail) {
    Reading reading =
        reader.read(raw.body(), raw.contentType(), raw.contentEncoding(), clock.instant());
    if (reading instanceof Reading.Refused refused) {
      return new Refused(refused.code(), refused.detail());
    }
    Reading.Accepted accepted = (Reading.Accepted) reading;
    return new Explained(
        accepted.report(),
        accepted.report().policies().stream().map(ExplainedPolicy::of).toList(),
        warnings(accepted, mail),
        raw,
        mail == null ? null : mail.envelope());
  }

  private static List<Warning> warnings(
      Reading.Accepted reading, MailReading.@Nullable Found mail) {
    List<Warning> warnings = new ArrayList<>();
    reading.warnings().forEach(warning -> warnings.add(withoutEndpoint(warning)));
    if (mail != null) {
      warnings.addAll(mail.warnings(reading.report()));
    }
    return warnings;
  }

  /** The reader takes a policy without a domain for that of the endpoint; here is none. */
  private static Warning withoutEndpoint(Warning warning) {
    return warning.code() == WarningCode.WARN_DOMAIN
        ? new Warning(warning.code(), "policy-domain is absent")
        : warning;
  }

  private static String essence(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType;
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }
}

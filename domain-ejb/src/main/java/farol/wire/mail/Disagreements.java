package farol.wire.mail;

import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportWindow;
import farol.domain.report.ReportedPolicy;
import farol.wire.TextRules;
import farol.wire.Warning;
import farol.wire.WarningCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail says something else about a report than the report itself. The report is right.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-5.6">RFC 8460, section 5.6</a>
 */
final class Disagreements {
  /** Senders write the last second of the day in one place and the next midnight in the other. */
  private static final Duration SAME_TIME = Duration.ofSeconds(1);

  private final Report report;
  private final List<Warning> warnings = new ArrayList<>();

  private Disagreements(Report report) {
    this.report = report;
  }

  /** The warnings, each code at most once, in the order of the codes. */
  static List<Warning> between(Envelope envelope, Report report) {
    Disagreements found = new Disagreements(report);
    Optional<ReportSubject> subject = ReportSubject.parse(envelope.subject());
    Optional<ReportFileName> file = ReportFileName.parse(envelope.fileName());
    found.compareDomains(
        envelope.reportDomain(),
        subject.map(ReportSubject::domain).orElse(null),
        file.map(ReportFileName::domain).orElse(null));
    subject.ifPresent(found::compareReportId);
    file.ifPresent(found::compareWindow);
    return List.copyOf(found.warnings);
  }

  private void compareDomains(
      @Nullable String header, @Nullable String subject, @Nullable String fileName) {
    if (isOther(header)) {
      warnAboutDomain("the header TLS-Report-Domain", header);
    } else if (isOther(subject)) {
      warnAboutDomain("the subject", subject);
    } else if (isOther(fileName)) {
      warnAboutDomain("the file name", fileName);
    }
  }

  private void warnAboutDomain(String where, @Nullable String domain) {
    warnings.add(
        new Warning(
            WarningCode.MAIL_DOMAIN,
            where + " names the domain " + TextRules.quote(String.valueOf(domain))));
  }

  /** A report of DANE policies names mail hosts, so no domain can be missed in it. */
  private boolean isOther(@Nullable String domain) {
    Set<String> named =
        report.policies().stream()
            .map(ReportedPolicy::policyDomain)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    boolean namesRecipients =
        report.policies().stream()
            .anyMatch(
                policy -> policy.policyDomain() != null && !policy.type().equals(PolicyType.TLSA));
    return domain != null && namesRecipients && !named.contains(normal(domain));
  }

  private static String normal(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private void compareReportId(ReportSubject subject) {
    if (!comparable(subject.reportId()).equals(comparable(report.reportId()))) {
      warnings.add(
          new Warning(
              WarningCode.MAIL_REPORT_ID,
              "the subject names the report " + TextRules.quote(subject.reportId())));
    }
  }

  /**
   * Without what a sender adds so that the id may stand in a subject, where it takes the form of a
   * message's id: Google writes other separators, and all append a domain.
   */
  private static String comparable(String reportId) {
    int at = reportId.lastIndexOf('@');
    String local = at > 0 ? reportId.substring(0, at) : reportId;
    return local
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void compareWindow(ReportFileName file) {
    ReportWindow window = report.window();
    if (!isSameTime(file.start(), window.start()) || !isSameTime(file.end(), window.end())) {
      warnings.add(
          new Warning(
              WarningCode.MAIL_WINDOW,
              "the file name names the time from " + file.start() + " to " + file.end()));
    }
  }

  private static boolean isSameTime(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(SAME_TIME) <= 0;
  }
}

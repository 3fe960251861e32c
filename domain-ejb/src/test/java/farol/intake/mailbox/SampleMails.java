package farol.intake.mailbox;

/** Mails as they come to a mailbox for reports, for tests; a byte a character. */
public final class SampleMails {
  private SampleMails() {}

  /** One with a report of 41 sessions, as a reporter sends it. */
  public static String report(String domain, String reportId) {
    return announced(
        domain,
        """
        {"organization-name":"Example Sender","contact-info":"tls@sender.example","report-id":"%s",
         "date-range":{"start-datetime":"2026-11-20T00:00:00Z","end-datetime":"2026-11-20T23:59:59Z"},
         "policies":[{"policy":{"policy-type":"sts","policy-domain":"%s"},
           "summary":{"total-successful-session-count":41,"total-failure-session-count":0}}]}
        """
            .formatted(reportId, domain));
  }

  /** One that says it has a report, and has none that can be read. */
  public static String poisoned(String domain, String text) {
    return announced(domain, "{\"organization-name\":\"" + text);
  }

  /** One for people. */
  public static String letter(String text) {
    return lines(
        "From: ann@example.com",
        "To: bob@example.com",
        "Subject: lunch",
        "Content-Type: text/plain; charset=utf-8",
        "",
        text);
  }

  private static String announced(String domain, String body) {
    return lines(
        "From: tls@sender.example",
        "To: reports@" + domain,
        "Subject: Report Domain: " + domain + " Submitter: sender.example Report-ID: <1>",
        "TLS-Report-Domain: " + domain,
        "TLS-Report-Submitter: sender.example",
        "MIME-Version: 1.0",
        "Content-Type: application/tlsrpt+json",
        "",
        body);
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }
}

package farol.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import farol.dkim.Signer;
import farol.wire.Bodies;
import farol.wire.mail.Mails;

/** Mails with reports, as {@code sender.example} sends and signs them; for tests. */
final class ReportMails {
  static final Signer SENDER = Signer.rsa("sender.example");
  static final Signer OTHER = Signer.ed25519("mailing.example.net");

  private static final String REPORT_TYPE =
      "Content-Type: application/tlsrpt+gzip\r\nContent-Transfer-Encoding: base64\r\n";

  private ReportMails() {}

  /** A report on a domain, to the address of all. */
  static String about(String domain, String reportId) {
    return to("tlsrpt@farol.example", domain, reportId);
  }

  static String to(String recipient, String domain, String reportId) {
    return header(recipient, domain, reportId)
        + Mails.multipart(
            "report; report-type=tlsrpt",
            "b",
            Mails.text("A TLS report."),
            REPORT_TYPE
                + "Content-Disposition: attachment;\r\n filename=\"%s\"\r\n\r\n"
                    .formatted(fileName(domain))
                + packed(domain, reportId));
  }

  /** What such a mail says before its type. */
  static String header(String recipient, String domain, String reportId) {
    return """
    From: TLS reports <tls@sender.example>
    To: %s
    Date: Sat, 21 Nov 2026 01:00:00 +0000
    Subject: Report Domain: %s Submitter: sender.example Report-ID: <%s@sender.example>
    TLS-Report-Domain: %s
    TLS-Report-Submitter: sender.example
    MIME-Version: 1.0
    """
        .formatted(recipient, domain, reportId, domain)
        .replace("\n", "\r\n");
  }

  static String packed(String domain, String reportId) {
    return Mails.base64(Bodies.gzip(Posts.of(domain, reportId).body()));
  }

  /** With the window of {@link Posts}. */
  static String fileName(String domain) {
    return "sender.example!" + domain + "!1795132800!1795219199.json.gz";
  }

  /** A mail of one part. */
  static String single(String header, String type, String body) {
    return header + "Content-Type: " + type + "\r\n\r\n" + body;
  }

  static String json(String domain, String reportId) {
    return new String(Posts.of(domain, reportId).body(), UTF_8);
  }

  static byte[] bytes(String mail) {
    return mail.getBytes(ISO_8859_1);
  }
}

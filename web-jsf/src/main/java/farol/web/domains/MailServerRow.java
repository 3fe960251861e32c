package farol.web.domains;

import farol.domain.posture.Posture.MailServer;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail exchanger at one address.
 *
 * @param tone names in the style sheet whether TLS came about
 * @param state the version of TLS, or what went wrong
 * @param certificate null where none was seen, or it is the same as at an address before
 * @param note says which of both; else empty
 */
public record MailServerRow(
    String address,
    String tone,
    String state,
    @Nullable CertificateCard certificate,
    String note,
    List<FindingRow> findings) {
  private static final String TLS = "TLSv";

  public MailServerRow {
    findings = List.copyOf(findings);
  }

  public boolean isCertified() {
    return certificate != null;
  }

  static MailServerRow of(
      MailServer server, @Nullable CertificateCard certificate, String note, Texts texts) {
    List<FindingRow> findings = FindingRow.of(server.findings(), texts);
    return new MailServerRow(
        server.address(),
        tone(server.state(), findings),
        state(server.state(), texts),
        certificate,
        note,
        findings);
  }

  private static String state(String state, Texts texts) {
    return state.startsWith(TLS)
        ? "TLS " + state.substring(TLS.length())
        : texts.getOr("mail.state." + state, state);
  }

  private static String tone(String state, List<FindingRow> findings) {
    if (state.startsWith(TLS)) {
      return "ok";
    }
    return findings.stream()
        .filter(finding -> finding.code().equals(state))
        .map(FindingRow::tone)
        .findFirst()
        .orElse("information");
  }
}

package farol.web.domains;

import farol.domain.lookup.OutsideText;
import farol.domain.published.CertificateFacts;
import farol.web.kit.DaysLeft;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A server's certificate. Subject, issuer and names are outside text.
 *
 * @param left how long it is still valid
 * @param fingerprint SHA-256, in hexadecimal
 * @param keyFingerprint SHA-256 of its public key, as a TLSA record 3 1 1 has it
 */
public record CertificateCard(
    String subject,
    List<String> names,
    String issuer,
    Instant validFrom,
    Instant validUntil,
    DaysLeft left,
    String fingerprint,
    String keyFingerprint) {
  private static final int MOST_NAMES = 20;

  static CertificateCard of(CertificateFacts facts, Instant now, Texts texts) {
    return new CertificateCard(
        OutsideText.safe(facts.subject()),
        facts.names().stream().limit(MOST_NAMES).map(OutsideText::safe).toList(),
        OutsideText.safe(facts.issuer()),
        facts.validFrom(),
        facts.validUntil(),
        DaysLeft.of(facts.validUntil(), now, texts),
        facts.fingerprint(),
        facts.keyFingerprint());
  }
}

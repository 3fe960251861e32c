package farol.domain.published;

import farol.domain.shared.Excerpt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of what use a TLSA record is to senders of mail (RFC 7672, section 3.1; RFC 6698, section 4.1).
 */
final class TlsaUse {
  private static final String SHAPE =
      "Publish 3 1 1 and the SHA-256 of the server's public key instead.";

  private TlsaUse() {}

  /** Why senders cannot use it; empty if they can. */
  static Optional<Finding> objection(TlsaRecord record) {
    if (record.usage() != TlsaRecord.DANE_TA && record.usage() != TlsaRecord.DANE_EE) {
      return because(
          record,
          FindingCode.UNUSABLE_USAGE,
          "for servers of mail the usage must be 2 or 3",
          "RFC 7672, section 3.1.3");
    }
    if (record.selector() != TlsaRecord.CERTIFICATE && record.selector() != TlsaRecord.KEY) {
      return because(
          record,
          FindingCode.UNUSABLE_SELECTOR,
          "the selector must be 0 or 1",
          "RFC 6698, section 2.1.2");
    }
    return switch (record.matching()) {
      case TlsaRecord.FULL -> objectionToFullData(record);
      case TlsaRecord.SHA_256 -> objectionToLength(record, 32);
      case TlsaRecord.SHA_512 -> objectionToLength(record, 64);
      default ->
          because(
              record,
              FindingCode.UNUSABLE_MATCHING_TYPE,
              "the matching type must be 0, 1 or 2",
              "RFC 6698, section 2.1.3");
    };
  }

  private static Optional<Finding> objectionToLength(TlsaRecord record, int octets) {
    return record.data().length() == 2 * octets
        ? Optional.empty()
        : because(
            record,
            FindingCode.INVALID_DIGEST_LENGTH,
            "a digest of matching type "
                + record.matching()
                + " must have "
                + octets
                + " octets and has "
                + record.data().length() / 2,
            "RFC 6698, section 2.1.3");
  }

  private static Optional<Finding> objectionToFullData(TlsaRecord record) {
    byte[] data = HexFormat.of().parseHex(record.data());
    boolean readable =
        record.selector() == TlsaRecord.CERTIFICATE
            ? Certificates.read(data).isPresent()
            : isKey(data);
    return readable
        ? Optional.empty()
        : because(
            record,
            FindingCode.INVALID_FULL_DATA,
            "the data must be a whole certificate or public key, as the selector says",
            "RFC 6698, section 2.1.3");
  }

  private static boolean isKey(byte[] data) {
    return Stream.of("RSA", "EC", "EdDSA").anyMatch(algorithm -> isKey(algorithm, data));
  }

  private static boolean isKey(String algorithm, byte[] data) {
    try {
      KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(data));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<Finding> because(
      TlsaRecord record, FindingCode code, String rule, String source) {
    return Optional.of(
        Finding.warning(
            code, "senders cannot use " + Excerpt.of(record.text()) + ": " + rule, SHAPE, source));
  }
}

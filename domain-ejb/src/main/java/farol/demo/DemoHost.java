package farol.demo;

import static java.util.Objects.requireNonNull;

import farol.domain.lookup.MailExchanger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * An MX host of a domain of the demonstration.
 *
 * @param address from a range for documentation (RFC 5737)
 * @param weight its part of the domain's traffic, relative to the domain's other hosts
 * @param daysInService for how many days before the last one it has been an MX host
 */
record DemoHost(String name, String address, double weight, int daysInService) {
  private static final int PREFERENCE = 10;

  DemoHost {
    requireNonNull(name, "name");
    requireNonNull(address, "address");
  }

  /** A host that was there all the time. */
  static DemoHost of(String name, String address, double weight) {
    return new DemoHost(name, address, weight, Integer.MAX_VALUE);
  }

  boolean isInService(int daysBeforeEnd) {
    return daysBeforeEnd <= daysInService;
  }

  MailExchanger record() {
    return new MailExchanger(PREFERENCE, name);
  }

  /** The key in use and its issuer's, as RFC 7671 advises. */
  List<String> tlsaRecords() {
    return List.of("3 1 1 " + digest(name), "2 1 1 " + digest("issuer"));
  }

  /**
   * Of its certificate; nobody has the certificate itself.
   *
   * @param renewals how many there have been
   */
  String fingerprint(int renewals) {
    return digest(name + " " + renewals).toLowerCase(Locale.ROOT);
  }

  /** Looks like SHA-256. */
  private static String digest(String of) {
    UUID first = UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.US_ASCII));
    UUID second = UUID.nameUUIDFromBytes(first.toString().getBytes(StandardCharsets.US_ASCII));
    HexFormat hex = HexFormat.of().withUpperCase();
    return hex.toHexDigits(first.getMostSignificantBits())
        + hex.toHexDigits(first.getLeastSignificantBits())
        + hex.toHexDigits(second.getMostSignificantBits())
        + hex.toHexDigits(second.getLeastSignificantBits());
  }
}

package farol.domain.monitored;

import static java.util.Objects.requireNonNull;

/**
 * A record for the operator to publish.
 *
 * @param name where, without trailing dot
 * @param type such as {@code TXT}
 * @param value without quotes
 */
public record DnsRecord(String name, String type, String value) {
  public DnsRecord {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    requireNonNull(value, "value");
  }

  /** A TXT record. */
  public static DnsRecord txt(String name, String value) {
    return new DnsRecord(name, "TXT", value);
  }
}

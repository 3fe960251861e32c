package farol.domain.hosting;

import static java.util.Objects.requireNonNull;

import farol.domain.monitored.DnsRecord;
import farol.domain.shared.DomainName;
import java.net.URI;

/**
 * The records that lead senders to a policy that Farol serves.
 *
 * @param id tells them that there is a policy, and by its id when there is a new one
 * @param host leads {@code mta-sts.} of the domain to the public listener
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8461#section-8.2">RFC 8461, section 8.2</a>
 */
public record HostingRecords(DnsRecord id, DnsRecord host) {
  public HostingRecords {
    requireNonNull(id, "id");
    requireNonNull(host, "host");
  }

  /**
   * Those of a domain.
   *
   * @param publicUrl base of the public listener, as the internet reaches it
   */
  public static HostingRecords of(DomainName domain, HostedPolicy policy, URI publicUrl) {
    return new HostingRecords(
        DnsRecord.txt("_mta-sts." + domain, policy.record().text()),
        host("mta-sts." + domain, publicUrl.getHost()));
  }

  /** An alias of an address cannot be. */
  private static DnsRecord host(String name, String target) {
    if (target.startsWith("[")) {
      return new DnsRecord(name, "AAAA", target.substring(1, target.length() - 1));
    }
    return target.matches("[0-9.]+")
        ? new DnsRecord(name, "A", target)
        : new DnsRecord(name, "CNAME", target + ".");
  }
}

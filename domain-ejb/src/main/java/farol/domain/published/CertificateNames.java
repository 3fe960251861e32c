package farol.domain.published;

import farol.domain.shared.DomainName;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * The names of servers in a certificate, as outside text: what is no name of a host matches none.
 *
 * @param dnsNames the subject alternative names of type dNSName
 * @param commonNames those of the subject
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9525#section-6.3">RFC 9525, section 6.3</a>
 */
record CertificateNames(List<String> dnsNames, List<String> commonNames) {
  /** The type of a dNSName among general names (RFC 5280, section 4.2.1.6). */
  private static final Integer DNS_NAME = 2;

  CertificateNames {
    dnsNames = List.copyOf(dnsNames);
    commonNames = List.copyOf(commonNames);
  }

  static CertificateNames of(X509Certificate certificate) {
    return new CertificateNames(alternativeNames(certificate), commonNames(certificate));
  }

  /** Whether an alternative name is this host's; of a wildcard, the leftmost label is one. */
  boolean include(DomainName host) {
    return isIn(dnsNames, host);
  }

  /**
   * Whether the common name is this host's. It counts, if at all, without alternative names only.
   */
  boolean includeAsCommonName(DomainName host) {
    return dnsNames.isEmpty() && isIn(commonNames, host);
  }

  private static boolean isIn(List<String> names, DomainName host) {
    return names.stream()
        .flatMap(name -> MxPattern.read(name).stream())
        .anyMatch(pattern -> pattern.matches(host));
  }

  private static List<String> alternativeNames(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> name.get(0).equals(DNS_NAME))
              .map(name -> String.valueOf(name.get(1)))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static List<String> commonNames(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> String.valueOf(part.getValue()))
              .toList();
    } catch (InvalidNameException e) {
      return List.of();
    }
  }
}

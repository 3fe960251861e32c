package farol.probe;

import farol.domain.shared.DomainName;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The host names that a certificate is for: those among its alternative names. The common name of
 * its subject is none of them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6125#section-6.4">RFC 6125, section 6.4</a>
 */
public final class CertificateNames {
  private static final int DNS_NAME = 2;

  private CertificateNames() {}

  /** The names as the certificate has them, in lower case; none if they cannot be read. */
  public static List<String> of(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> Objects.equals(name.get(0), DNS_NAME))
              .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
              .toList();
    } catch (CertificateParsingException unreadable) {
      return List.of();
    }
  }

  /** Whether one of them is this name; {@code *.} stands for exactly one label. */
  public static boolean cover(List<String> names, DomainName name) {
    String parent = name.value().substring(name.value().indexOf('.') + 1);
    return names.contains(name.value()) || names.contains("*." + parent);
  }
}

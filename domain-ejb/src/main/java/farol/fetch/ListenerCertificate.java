package farol.fetch;

import static java.lang.System.Logger.Level.WARNING;

import farol.domain.published.CertificateFacts;
import farol.domain.published.MxPattern;
import farol.domain.shared.DomainName;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The certificate that Farol's own listeners show now. A proxy in front of them has others. */
@Dependent
public class ListenerCertificate {
  private static final System.Logger LOGGER = System.getLogger(ListenerCertificate.class.getName());

  /**
   * The hosts of these domains' MTA-STS policies that it is not for; none where it is unknown.
   *
   * @return names such as {@code mta-sts.example.com}
   */
  public List<String> uncovered(List<DomainName> domains) {
    Optional<CertificateFacts> certificate = inForce();
    return domains.stream()
        .flatMap(domain -> MxPattern.read("mta-sts." + domain).stream()) // too long: no host
        .map(host -> DomainName.ofAscii(host.value()))
        .filter(host -> certificate.filter(facts -> !facts.isFor(host)).isPresent())
        .map(DomainName::value)
        .toList();
  }

  /** Read anew, as the operator may change it at any time; empty where it can't be read. */
  public Optional<CertificateFacts> inForce() {
    Config server = ConfigProvider.getConfig();
    try {
      return Optional.of(
          CertificateFacts.of(
              OwnListeners.certificate(
                  Path.of(server.getValue("KEYSTORE_FILE", String.class)),
                  server.getValue("KEYSTORE_PASSWORD", String.class))));
    } catch (IOException | GeneralSecurityException e) {
      LOGGER.log(WARNING, () -> "the listeners' certificate can't be read: " + e);
      return Optional.empty();
    }
  }
}

package farol.domain.published;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities that a sender trusts. */
public final class TrustAnchors {
  private final Set<X509Certificate> certificates;

  private TrustAnchors(Set<X509Certificate> certificates) {
    this.certificates = certificates;
  }

  /** These authorities alone; with none of them, nothing is trusted. */
  public static TrustAnchors of(Collection<X509Certificate> certificates) {
    return new TrustAnchors(Set.copyOf(certificates));
  }

  /** The public authorities that come with Java, much the same as those of browsers. */
  public static TrustAnchors ofPlatform() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return of(
          Arrays.stream(factory.getTrustManagers())
              .filter(X509TrustManager.class::isInstance)
              .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
              .toList());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform's trust anchors cannot be read", e);
    }
  }

  /** Whether this very certificate is an anchor. */
  boolean contain(X509Certificate certificate) {
    return certificates.contains(certificate);
  }

  /** Whether an anchor issued this certificate, or is it. */
  boolean vouchFor(X509Certificate certificate) {
    return contain(certificate)
        || certificates.stream().anyMatch(anchor -> Certificates.isIssuedBy(certificate, anchor));
  }

  /**
   * A way from the server's certificate up to an anchor, if all of it is valid at an instant (RFC
   * 5280, section 6; without revocation). The anchor's own dates do not matter. Java gives up above
   * five authorities, where real chains have one or two.
   *
   * @return the server's certificate and those of the authorities above it, without the anchor
   */
  Optional<List<X509Certificate>> path(PresentedChain chain, Instant at) {
    if (certificates.isEmpty()) {
      return Optional.empty();
    }
    if (contain(chain.leaf())) {
      return Certificates.isValid(chain.leaf(), at)
          ? Optional.of(List.of(chain.leaf()))
          : Optional.empty();
    }
    try {
      return Optional.of(
          CertPathBuilder.getInstance("PKIX")
              .build(parameters(chain, at))
              .getCertPath()
              .getCertificates()
              .stream()
              .map(X509Certificate.class::cast)
              .toList());
    } catch (CertPathBuilderException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform builds paths of certificates", e);
    }
  }

  private PKIXBuilderParameters parameters(PresentedChain chain, Instant at)
      throws GeneralSecurityException {
    X509CertSelector server = new X509CertSelector();
    server.setCertificate(chain.leaf());
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(
            certificates.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet()),
            server);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain.steps(at))));
    parameters.setDate(Date.from(at));
    parameters.setRevocationEnabled(false);
    return parameters;
  }
}

package farol.probe;

import farol.domain.lookup.OutsideText;
import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Checks certificates as senders do: their dates, who signed them, and whose name they have. */
public final class TrustedAuthorities implements CertificateCheck {
  private final X509TrustManager authorities;

  private TrustedAuthorities(@Nullable KeyStore authorities) throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(authorities);
    this.authorities =
        Arrays.stream(factory.getTrustManagers())
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow();
  }

  /** Those that Java trusts. */
  public static TrustedAuthorities ofJava() {
    try {
      return new TrustedAuthorities(null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no authorities", e);
    }
  }

  /**
   * Those of a PEM file, and no others.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it has none
   */
  public static TrustedAuthorities in(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority " + store.size(), authority);
      }
      return new TrustedAuthorities(store);
    } catch (IOException e) {
      throw new UncheckedIOException("the authorities in " + file + " can't be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no authorities in " + file, e);
    }
  }

  @Override
  public Optional<CertificateProblem> problem(
      List<X509Certificate> chain, String authType, DomainName name) {
    X509Certificate own = chain.get(0);
    return dateProblem(own)
        .or(() -> issuerProblem(chain, authType))
        .or(() -> nameProblem(own, name));
  }

  private static Optional<CertificateProblem> dateProblem(X509Certificate own) {
    try {
      own.checkValidity();
      return Optional.empty();
    } catch (CertificateExpiredException e) {
      return problem(
          CertificateProblem.Kind.DATE,
          "the certificate expired at " + own.getNotAfter().toInstant());
    } catch (CertificateNotYetValidException e) {
      return problem(
          CertificateProblem.Kind.DATE,
          "the certificate is not valid before " + own.getNotBefore().toInstant());
    }
  }

  private Optional<CertificateProblem> issuerProblem(List<X509Certificate> chain, String authType) {
    try {
      authorities.checkServerTrusted(chain.toArray(X509Certificate[]::new), authType);
      return Optional.empty();
    } catch (CertificateException e) {
      return problem(
          CertificateProblem.Kind.ISSUER,
          "no trusted authority vouches for the certificate; its issuer is "
              + quoted(chain.get(0).getIssuerX500Principal().getName())
              + ", the certificates sent are "
              + chain.size());
    }
  }

  private static Optional<CertificateProblem> nameProblem(X509Certificate own, DomainName name) {
    List<String> names = CertificateNames.of(own);
    return CertificateNames.cover(names, name)
        ? Optional.empty()
        : problem(
            CertificateProblem.Kind.NAME,
            "the certificate is for "
                + (names.isEmpty() ? "no name" : quoted(String.join(", ", names)))
                + ", not for "
                + name);
  }

  private static Optional<CertificateProblem> problem(CertificateProblem.Kind kind, String detail) {
    return Optional.of(new CertificateProblem(kind, detail));
  }

  private static String quoted(String text) {
    return Excerpt.of(OutsideText.safe(text));
  }
}

package farol.probe;

import farol.domain.published.TrustAnchors;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * Hands the application the authorities that probes trust: the public ones, or an intranet's own.
 */
@Dependent
public class Authorities {
  @Produces
  @Singleton
  static TrustAnchors trustAnchors(Settings settings) {
    return settings
        .find(Setting.PROBE_CA)
        .map(file -> in(Path.of(file)))
        .orElseGet(TrustAnchors::ofPlatform);
  }

  /**
   * Those of a PEM file, and no others.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it has none
   */
  public static TrustAnchors in(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return TrustAnchors.of(
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .map(X509Certificate.class::cast)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the authorities in " + file + " can't be read", e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("no authorities in " + file, e);
    }
  }
}

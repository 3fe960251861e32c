package farol.domain.posture;

import farol.domain.published.PresentedChain;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Certificates by their fingerprints. Each is read when it is first asked for: of the many that a
 * table of domains has loaded, few are. For one thread at a time.
 */
final class KeptCertificates implements Function<String, Optional<X509Certificate>> {
  private final Map<String, byte[]> encoded;
  private final Map<String, Optional<X509Certificate>> read = new HashMap<>();

  /**
   * @param encoded in DER
   */
  KeptCertificates(Map<String, byte[]> encoded) {
    this.encoded = Map.copyOf(encoded);
  }

  /** Empty where it is not kept, or is none. */
  @Override
  public Optional<X509Certificate> apply(String fingerprint) {
    return read.computeIfAbsent(fingerprint, this::read);
  }

  private Optional<X509Certificate> read(String fingerprint) {
    return Optional.ofNullable(encoded.get(fingerprint))
        .flatMap(der -> PresentedChain.read(List.of(der)).record())
        .map(PresentedChain::leaf);
  }
}

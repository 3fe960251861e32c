package farol.probe;

import farol.domain.published.Finding;
import farol.domain.published.PresentedChain;
import farol.domain.published.RecordReading;
import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import java.time.Clock;
import java.util.Optional;

/** Decides whether certificates vouch for a server. */
@FunctionalInterface
public interface CertificateCheck {
  /** Takes any certificate, to look at it later. */
  CertificateCheck ANY = (chain, name) -> Optional.empty();

  /** Takes those that a sender of mail takes that trusts these authorities. */
  static CertificateCheck trusting(TrustAnchors anchors, Clock clock) {
    return (chain, name) -> {
      RecordReading<PresentedChain> reading = chain.judge(name, clock.instant(), anchors);
      return reading.record().isPresent()
          ? Optional.empty()
          : Optional.of(reading.findings().get(0));
    };
  }

  /**
   * What is wrong first of all; empty if nothing is.
   *
   * @param name that the server goes by
   */
  Optional<Finding> problem(PresentedChain chain, DomainName name);
}

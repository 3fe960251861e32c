package farol.domain.posture;

import farol.domain.published.TrustAnchors;
import farol.domain.shared.DomainName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Judges what is known of a domain. */
@Dependent
public class PostureReader {
  private final TrustAnchors anchors;
  private final Clock clock;

  /** Trusts these authorities, by this clock. */
  @Inject
  public PostureReader(TrustAnchors anchors, Clock clock) {
    this.anchors = anchors;
    this.clock = clock;
  }

  /**
   * Judges it as of now.
   *
   * @param ours where reports come here; none where that does not matter
   */
  public Posture read(Known known, DomainName domain, Collection<URI> ours) {
    Instant now = clock.instant();
    Posture.MtaSts mtaSts =
        new MtaStsJudge(known, domain, anchors, now)
            .judge()
            .with(new HostingJudge(known, domain, now).judge());
    return new Posture(
        new TlsRptJudge(known, ours).judge(),
        mtaSts,
        new MailJudge(known, domain, mtaSts.inForce().orElse(null), anchors, now).judge());
  }

  /** What a look at many domains shows of one, likewise; takes far less time than to judge it. */
  public Glance glance(Known known, DomainName domain, Collection<URI> ours) {
    Known withoutCertificates =
        new Known(known.sightings(), fingerprint -> Optional.empty(), known.hosting());
    return Glance.of(read(withoutCertificates, domain, ours), known.firstExpiry().orElse(null));
  }
}

package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.posture.Known;
import farol.domain.posture.Known.Sighting;
import farol.domain.posture.Posture;
import farol.domain.survey.Aspect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a domain, judged.
 *
 * @param lastLook when it was last looked at; null before the first look
 */
record ShownPosture(
    MonitoredDomain domain, Known known, Posture posture, @Nullable Instant lastLook) {
  /** Whether its mail servers are looked at, which is done for their owner only. */
  boolean isProbed() {
    return domain.isVerified();
  }

  /** When what there is now was first seen; null where nobody knows, or nothing is there. */
  @Nullable Instant since(Aspect aspect) {
    Sighting seen = known.sightings().get(aspect);
    return seen == null ? null : seen.since();
  }
}

package farol.tools.record;

import farol.domain.posture.Known;
import farol.domain.posture.Posture;
import farol.domain.posture.PostureReader;
import farol.domain.shared.DomainName;
import farol.domain.survey.Depth;
import farol.domain.survey.DomainSurvey;
import farol.domain.survey.Look;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Looks at what any domain publishes, for somebody who waits: DNS, and the policy by HTTPS. Touches
 * no mail server. Nothing is stored.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecordCheck {
  @Inject DomainSurvey survey;
  @Inject PostureReader reader;
  @Inject Clock clock;

  /** What was found, and what senders make of it. */
  public record Checked(Known known, Posture posture, Instant at) {}

  /** Takes two minutes at most, and some seconds where servers answer. */
  public Checked check(DomainName domain) {
    Look look = survey.look(domain, Depth.RECORDS).toCompletableFuture().join();
    Instant now = clock.instant();
    Known known = Known.by(look, now);
    return new Checked(known, reader.read(known, domain, List.of()), now);
  }
}

package farol.tools.record;

import farol.domain.lookup.HurriedRecordLookup;
import farol.domain.lookup.LookupOutcome.Reason;
import farol.domain.lookup.RecordLookup;
import farol.domain.posture.Known;
import farol.domain.posture.PostureReader;
import farol.domain.shared.DomainName;
import farol.domain.survey.Aspect;
import farol.domain.survey.Depth;
import farol.domain.survey.DomainSurvey;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at what any domain publishes, for somebody who waits: DNS, and the policy by HTTPS. Touches
 * no mail server. Nothing is stored. Takes {@link #LONGEST} at most; what has not answered by then
 * is said to be unanswered.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecordCheck {
  /** How long a check may take. */
  public static final Duration LONGEST = Duration.ofSeconds(20);

  /** Of what is asked for on the way to something else. */
  private static final Duration LONGEST_STEP = LONGEST.dividedBy(2);

  @Inject DomainSurvey survey;
  @Inject RecordLookup records;
  @Inject PostureReader reader;
  @Inject Clock clock;

  /** Checks all of it. */
  public CheckedDomain check(DomainName domain) {
    return check(domain, Depth.RECORDS);
  }

  /** Checks MTA-STS alone: its record, the policy, and the MX records that the policy is for. */
  public CheckedDomain checkMtaSts(DomainName domain) {
    return check(domain, Depth.MTA_STS);
  }

  private CheckedDomain check(DomainName domain, Depth depth) {
    Look look = survey.hurried(LONGEST_STEP).look(domain, depth).toCompletableFuture().join();
    boolean exists = isAnythingIn(look) || look.exchangers().isEmpty() || exists(domain);
    Instant now = clock.instant();
    Known known = Known.by(look, now);
    return new CheckedDomain(
        domain, depth, known, reader.read(known, domain, List.of()), exists, now);
  }

  private static boolean isAnythingIn(Look look) {
    return Stream.of(Observed.TLSRPT_RECORD, Observed.MTASTS_RECORD, Observed.MX)
        .anyMatch(kind -> !look.seen().getOrDefault(Aspect.of(kind), "").isEmpty());
  }

  /** Whether DNS has such a name at all, or does not say. */
  private boolean exists(DomainName domain) {
    return new HurriedRecordLookup(records, LONGEST_STEP)
        .mx(domain)
        .toCompletableFuture()
        .join()
        .fold(found -> true, reason -> reason != Reason.NO_SUCH_NAME, failed -> true);
  }
}

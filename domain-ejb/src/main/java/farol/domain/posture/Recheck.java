package farol.domain.posture;

import static java.lang.System.Logger.Level.WARNING;

import farol.domain.lookup.LookupOutcome;
import farol.domain.monitored.DueDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.OwnershipAnswer;
import farol.domain.monitored.OwnershipLookup;
import farol.domain.survey.Depth;
import farol.domain.survey.DomainSurvey;
import farol.domain.survey.Look;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * The regular look at a domain: at the record that proves it, and at all that it publishes. A
 * mistake of ours with one domain is logged, and taken for no answer: it must not keep others from
 * being looked at.
 */
@Dependent
public class Recheck {
  private static final System.Logger LOGGER = System.getLogger(Recheck.class.getName());
  private static final LookupOutcome<String> MISTAKE =
      new LookupOutcome.TemporaryFailure<>("Farol could not look; its log says why");

  @Inject OwnershipLookup ownership;
  @Inject DomainSurvey survey;
  @Inject MonitoredDomainService domains;
  @Inject PostureService posture;

  /** Begins to look, and does not wait. */
  public DomainAnswers ask(DueDomain domain) {
    return new DomainAnswers(
        domain.id(), ownership(domain), look(domain).exceptionally(any -> Look.unanswered()));
  }

  private CompletionStage<OwnershipAnswer> ownership(DueDomain domain) {
    return logged(domain, ownership.ask(domain.name()))
        .exceptionally(any -> new OwnershipAnswer(MISTAKE, MISTAKE));
  }

  private CompletionStage<Look> look(DueDomain domain) {
    Depth depth = domain.isVerified() ? Depth.MAIL_SERVERS : Depth.REPORTING;
    return logged(domain, survey.look(domain.name(), depth));
  }

  private static <T> CompletionStage<T> logged(DueDomain domain, CompletionStage<T> answer) {
    return answer.whenComplete(
        (any, mistake) -> {
          if (mistake != null) {
            LOGGER.log(WARNING, () -> "recheck failed domain=" + domain.name(), mistake);
          }
        });
  }

  /**
   * Takes in what the look-ups of some domains came to, and waits for them. To do so twice gives
   * the same as to do it once.
   */
  public void takeIn(List<DomainAnswers> looked) {
    // Before the first is held, so that none is while others' servers are slow.
    looked.forEach(DomainAnswers::await);
    domains.hold(looked.stream().map(DomainAnswers::domainId).toList());
    posture.looked(
        looked.stream()
            .filter(this::isStillThere)
            .collect(Collectors.toMap(DomainAnswers::domainId, this::takeIn)));
  }

  private boolean isStillThere(DomainAnswers answers) {
    return domains.ownershipChecked(
        answers.domainId(), answers.ownership().toCompletableFuture().join());
  }

  private Look takeIn(DomainAnswers answers) {
    Look look = answers.look().toCompletableFuture().join();
    look.exchangers().ifPresent(exchangers -> domains.mxSeen(answers.domainId(), exchangers));
    if (look.isIncomplete()) {
      domains.lookedInPart(answers.domainId());
    }
    return look;
  }
}

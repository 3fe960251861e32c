package farol.batch.recheck;

import farol.domain.monitored.DueDomain;
import farol.domain.monitored.OwnershipLookup;
import farol.domain.survey.Depth;
import farol.domain.survey.DomainSurvey;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Starts a domain's look-ups and does not wait for them, so that those of a whole chunk are in
 * flight together.
 */
@Named
@Dependent
public class DomainLookup implements ItemProcessor {
  @Inject OwnershipLookup ownership;
  @Inject DomainSurvey survey;

  @Override
  public Object processItem(Object item) {
    DueDomain domain = (DueDomain) item;
    return new DomainAnswers(
        domain.id(),
        ownership.ask(domain.name()),
        survey.look(domain.name(), domain.isVerified() ? Depth.MAIL_SERVERS : Depth.REPORTING));
  }
}

package farol.batch.recheck;

import farol.domain.lookup.RecordLookup;
import farol.domain.monitored.DueDomain;
import farol.domain.monitored.OwnershipLookup;
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
  @Inject RecordLookup lookup;

  @Override
  public Object processItem(Object item) {
    DueDomain domain = (DueDomain) item;
    return new DomainAnswers(
        domain.id(),
        ownership.ask(domain.name()),
        lookup.txt(domain.name().child("_smtp._tls")),
        lookup.mx(domain.name()));
  }
}

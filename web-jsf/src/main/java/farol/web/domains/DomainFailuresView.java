package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.web.failures.FailureTable;
import farol.web.failures.FailureTables;
import farol.web.kit.Outcome;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What failed at one domain. */
@Named("domainFailures")
@RequestScoped
public class DomainFailuresView {
  @Inject OwnDomain own;
  @Inject FailureTables tables;
  @Inject Texts texts;

  private @Nullable String name;
  private @Nullable DomainHead head;
  private @Nullable FailureTable table;

  /** Reads everything that the page shows, or ends the request if the domain is not ours. */
  public void load() {
    own.find(name).ifPresentOrElse(this::show, Outcome::notFound);
  }

  private void show(MonitoredDomain domain) {
    head = DomainHead.of(domain, texts);
    table = tables.ofDomain(domain.name().value());
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable DomainHead getHead() {
    return head;
  }

  public @Nullable FailureTable getTable() {
    return table;
  }
}

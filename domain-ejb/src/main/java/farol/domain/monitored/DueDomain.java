package farol.domain.monitored;

import farol.domain.shared.DomainName;

/** A domain that is to be looked up. */
public record DueDomain(long id, DomainName name) {
  /** As its row has it. */
  public DueDomain(long id, String name) {
    this(id, DomainName.parse(name));
  }
}

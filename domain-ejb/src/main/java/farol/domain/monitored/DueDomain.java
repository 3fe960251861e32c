package farol.domain.monitored;

import farol.domain.shared.DomainName;

/** A domain that is to be looked up. */
public record DueDomain(long id, DomainName name) {}

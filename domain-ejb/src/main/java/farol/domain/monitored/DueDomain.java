package farol.domain.monitored;

import farol.domain.shared.DomainName;

/**
 * A domain that is to be looked up.
 *
 * @param isVerified whether its account has proved that it owns it
 */
public record DueDomain(long id, DomainName name, boolean isVerified) {
  /** As its row has it. */
  public DueDomain(long id, String name, DomainState state) {
    this(id, DomainName.parse(name), state == DomainState.VERIFIED);
  }
}

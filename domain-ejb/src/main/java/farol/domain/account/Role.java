package farol.domain.account;

/** What a member may do in an account. Each may do all that those after it may. */
public enum Role {
  /** Everything: members, and deleting domains with all that was reported. */
  OWNER,
  /** Domains and reports, but neither members nor the end of a domain. */
  ANALYST,
  /** Looks, changes nothing. */
  VIEWER;

  /** Whether it may do all that {@code other} may. */
  public boolean includes(Role other) {
    return compareTo(other) <= 0;
  }
}

package farol.domain.account;

/** What a member may do in an account. */
public enum Role {
  /** Everything, members included. */
  OWNER,
  /** Domains and reports, but not members. */
  ANALYST,
  /** Looks, changes nothing. */
  VIEWER
}

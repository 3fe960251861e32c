package farol.domain.monitored;

import farol.store.Sql;

/** For who writes what belongs to a domain. */
public final class DomainHold {
  private DomainHold() {}

  /**
   * Keeps a domain from being deleted until the transaction under way ends; false where it is gone.
   * Before anything of the domain is locked, as everybody does who deletes one.
   */
  public static boolean take(Sql sql, long domainId) {
    return sql.find(
            "select 1 from monitored_domain where id = ? for key share", row -> true, domainId)
        .isPresent();
  }
}

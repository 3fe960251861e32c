package farol.domain.monitored;

import farol.domain.shared.DomainName;
import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds whose a domain is by its name, for reports that come without a collector's token. */
@Dependent
public class VerifiedDomains {
  @Inject Sql sql;

  /**
   * The verified domains of a name, of which each account may have one; in the order of their keys.
   *
   * @param accountId null: of all accounts
   */
  public List<CollectorRoute> named(DomainName name, @Nullable Long accountId) {
    return sql.list(
        """
        select d.id, d.name, d.mx_hosts, d.demo, null::timestamptz as retires_at from monitored_domain d
        where d.name = ? and d.state = 'VERIFIED' and (?::bigint is null or d.account_id = ?) order by d.id
        """,
        CollectorDirectory::route,
        name.value(),
        accountId,
        accountId);
  }
}

package farol.domain.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The audit log in the database; joins the transaction of its caller. */
@Dependent
class AuditStore {
  @PersistenceContext(unitName = "farol")
  EntityManager entities;

  void add(AuditEntry entry) {
    entities.persist(entry);
  }

  /** The latest first, of those that were written before the one given. */
  List<AuditEntry> list(AuditFilter filter, long before, int skipped, int most) {
    return bound(
            "select e from AuditEntry e where e.id < :before",
            " order by e.id desc",
            filter,
            AuditEntry.class)
        .setParameter("before", before)
        .setFirstResult(skipped)
        .setMaxResults(most)
        .getResultList();
  }

  long count(AuditFilter filter) {
    return bound("select count(e) from AuditEntry e where 1 = 1", "", filter, Long.class)
        .getSingleResult();
  }

  private <T> TypedQuery<T> bound(String head, String tail, AuditFilter filter, Class<T> type) {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "accountId", filter.accountId());
    put(values, "actor", filter.actor());
    put(values, "action", filter.action());
    StringBuilder text = new StringBuilder(head);
    values.keySet().forEach(name -> text.append(" and e.%s = :%s".formatted(name, name)));
    TypedQuery<T> query = entities.createQuery(text.append(tail).toString(), type);
    values.forEach(query::setParameter);
    return query;
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}

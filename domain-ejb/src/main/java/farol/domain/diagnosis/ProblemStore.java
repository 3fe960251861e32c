package farol.domain.diagnosis;

import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The open problems that were found. */
@Dependent
class ProblemStore {
  private static final String DUE =
      """
      from monitored_domain d
      left join rollup_version v on v.domain_id = d.id
      left join diagnosed_domain g on g.domain_id = d.id
      where d.state = 'VERIFIED' and (g.day is distinct from ? or g.version <> coalesce(v.version, 0))
      """;

  private static final String PROBLEMS =
      """
      select d.name, p.mx_host, p.cause, p.consequence, p.since, p.last_seen, p.sessions, p.reporters
      from monitored_domain d join open_problem p on p.domain_id = d.id
      where d.state = 'VERIFIED' and
      """;

  @Inject Sql sql;

  List<Long> due(LocalDate today, long after, int most) {
    return sql.list(
        "select d.id " + DUE + " and d.id > ? order by d.id limit ?",
        row -> row.getLong(1),
        today,
        after,
        most);
  }

  boolean isCurrent(long accountId, LocalDate today) {
    return sql.find(
            "select 1 " + DUE + " and d.account_id = ? limit 1", row -> true, today, accountId)
        .isEmpty();
  }

  /**
   * The domain's name, while it is kept from being deleted, and from being diagnosed by another,
   * until the transaction ends; empty where it is gone.
   */
  Optional<String> hold(long domainId) {
    Optional<String> name =
        sql.find(
            "select name from monitored_domain where id = ? for key share",
            row -> row.getString(1),
            domainId);
    sql.find(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> true,
        "diagnosis " + domainId);
    return name;
  }

  void replace(long domainId, List<Problem> problems) {
    sql.update("delete from open_problem where domain_id = ?", domainId);
    for (Problem problem : problems) {
      sql.update(
          """
          insert into open_problem (domain_id, mx_host, cause, consequence, since, last_seen, sessions, reporters)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          domainId,
          problem.mxHost(),
          problem.cause().name(),
          problem.consequence().name(),
          problem.since(),
          problem.lastSeen(),
          problem.sessions(),
          problem.reporters().toArray(String[]::new));
    }
  }

  void diagnosed(long domainId, long version, LocalDate today) {
    sql.update(
        """
        insert into diagnosed_domain (domain_id, version, day) values (?, ?, ?)
        on conflict (domain_id) do update set version = excluded.version, day = excluded.day
        """,
        domainId,
        version,
        today);
  }

  List<Problem> ofAccount(long accountId) {
    return worstFirst(sql.list(PROBLEMS + "d.account_id = ?", ProblemStore::problem, accountId));
  }

  List<Problem> ofDomain(long domainId) {
    return worstFirst(sql.list(PROBLEMS + "d.id = ?", ProblemStore::problem, domainId));
  }

  private static List<Problem> worstFirst(List<Problem> problems) {
    return problems.stream().sorted(Problem.WORST_FIRST).toList();
  }

  private static Problem problem(ResultSet row) throws SQLException {
    return new Problem(
        row.getString(1),
        row.getString(2),
        Cause.valueOf(row.getString(3)),
        Consequence.valueOf(row.getString(4)),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class),
        row.getLong(7),
        List.of((String[]) row.getArray(8).getArray()));
  }
}

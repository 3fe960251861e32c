package farol.domain.diagnosis;

import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  private static final String OF_ACCOUNT = "d.account_id";
  private static final String OF_DOMAIN = "d.id";

  /** The place of a consequence among all, the worst first. */
  private static final String PLACE =
      Arrays.stream(Consequence.values())
          .map(consequence -> "'" + consequence.name() + "'")
          .collect(Collectors.joining(", ", "array_position(array[", "], p.consequence)"));

  /** As {@link Problem#WORST_FIRST} has them. */
  private static final String PROBLEMS =
      """
      select d.name, p.mx_host, p.cause, p.consequence, p.since, p.last_seen, p.sessions, p.reporters
      from monitored_domain d join open_problem p on p.domain_id = d.id
      where d.state = 'VERIFIED' and %s = ?
      order by %s, p.sessions desc, d.name, p.mx_host, p.cause limit ?
      """;

  private static final String COUNTS =
      """
      select d.name, p.consequence, count(*)
      from monitored_domain d join open_problem p on p.domain_id = d.id
      where d.state = 'VERIFIED' and %s = ?
      group by d.name, p.consequence order by %s, max(p.sessions) desc, d.name
      """;

  private static final String UNDIAGNOSED =
      """
      select d.name from monitored_domain d
      cross join lateral (select 1 from report r where r.domain_id = d.id limit 1) reported
      where d.state = 'VERIFIED' and %s = ?
        and not exists (select 1 from diagnosed_domain g where g.domain_id = d.id)
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

  List<Problem> ofAccount(long accountId, int most) {
    return worst(OF_ACCOUNT, accountId, most);
  }

  List<Problem> ofDomain(long domainId, int most) {
    return worst(OF_DOMAIN, domainId, most);
  }

  private List<Problem> worst(String whose, long key, int most) {
    return sql.list(PROBLEMS.formatted(whose, PLACE), ProblemStore::problem, key, most);
  }

  ProblemSummary summaryOfAccount(long accountId) {
    return summary(OF_ACCOUNT, accountId);
  }

  ProblemSummary summaryOfDomain(long domainId) {
    return summary(OF_DOMAIN, domainId);
  }

  private ProblemSummary summary(String whose, long key) {
    record Count(String domain, Consequence consequence, long problems) {}
    List<Count> counts =
        sql.list(
            COUNTS.formatted(whose, PLACE),
            row ->
                new Count(row.getString(1), Consequence.valueOf(row.getString(2)), row.getLong(3)),
            key);
    SortedMap<Consequence, Long> problems = new TreeMap<>();
    Map<String, Consequence> broken = new LinkedHashMap<>();
    for (Count count : counts) {
      problems.merge(count.consequence(), count.problems(), Long::sum);
      broken.putIfAbsent(count.domain(), count.consequence());
    }
    List<String> undiagnosed = sql.list(UNDIAGNOSED.formatted(whose), row -> row.getString(1), key);
    return new ProblemSummary(problems, broken, Set.copyOf(undiagnosed));
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

package farol.imports;

import static farol.imports.ImportStore.utc;

import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of imports, while a run works on them. */
@Dependent
class LedgerStore {
  /** Of this node, and not held by a run; what another process of this node held, it has lost. */
  private static final String DUE =
      """
      from report_import where node = ? and (
        state = 'WAITING' and due_at <= ? or state = 'RUNNING' and (holder <> ? or due_at <= ?))
      """;

  private static final String COUNTS =
      "stored_count, duplicate_count, foreign_count, no_report_count, refused_count ";

  @Inject Sql sql;

  /** Whether a run of this process has one in its hands that is none of these. */
  boolean holdsAny(String holder, Set<Long> others, Instant now) {
    return sql.find(
            """
            select 1 from report_import
            where state = 'RUNNING' and holder = ? and due_at > ? and id <> all (?::bigint[])
            """,
            row -> true,
            holder,
            utc(now),
            others.toArray(Long[]::new))
        .isPresent();
  }

  boolean isAnyDue(String node, String holder, Instant now) {
    return sql.find("select 1 " + DUE, row -> true, node, utc(now), holder, utc(now)).isPresent();
  }

  /** The first of those that nobody is just taking, held until the transaction ends. */
  Optional<TakenImport> lockDue(String node, String holder, Instant now) {
    return sql.find(
        "select id, account_id, name, path, attempts, "
            + COUNTS
            + DUE
            + "order by id limit 1 for no key update skip locked",
        row ->
            new TakenImport(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                ImportStore.counts(row, 6).items(),
                row.getInt(5)),
        node,
        utc(now),
        holder,
        utc(now));
  }

  void hold(long id, String holder, Instant until) {
    sql.update(
        "update report_import set state = 'RUNNING', holder = ?, due_at = ?, attempts = attempts +"
            + " 1 where id = ?",
        holder,
        utc(until),
        id);
  }

  /** False where nobody is to work on it any more. */
  boolean holdOn(long id, Instant until) {
    return sql.update(
            "update report_import set due_at = ? where id = ? and state = 'RUNNING'",
            utc(until),
            id)
        > 0;
  }

  /** What is counted so far, held until the transaction ends; empty where the import is gone. */
  Optional<ImportCounts> lockCounts(long id) {
    return sql.find(
        "select " + COUNTS + "from report_import where id = ? for no key update",
        row -> ImportStore.counts(row, 1),
        id);
  }

  void count(long id, ImportCounts counts, long readBytes, Instant heldUntil) {
    sql.update(
        """
        update report_import set stored_count = ?, duplicate_count = ?, foreign_count = ?, no_report_count = ?,
          refused_count = ?, read_bytes = ?, due_at = ?, attempts = 0
        where id = ?
        """,
        counts.stored(),
        counts.duplicate(),
        counts.foreign(),
        counts.noReport(),
        counts.refused(),
        readBytes,
        utc(heldUntil),
        id);
  }

  void list(long id, List<ImportRefusal> refusals) {
    sql.update(
        """
        insert into import_refusal (import_id, ordinal, place, verdict, code, reason)
        select ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
        """,
        id,
        refusals.stream().map(ImportRefusal::ordinal).toArray(Long[]::new),
        refusals.stream().map(ImportRefusal::place).toArray(String[]::new),
        refusals.stream().map(refusal -> refusal.verdict().name()).toArray(String[]::new),
        refusals.stream().map(ImportRefusal::code).toArray(String[]::new),
        refusals.stream().map(ImportRefusal::reason).toArray(String[]::new));
  }

  /**
   * Ends an import, unless it was cancelled. What it has stored is counted by its rows: a run that
   * broke off had stored more than it could count, which the next one took for duplicates. Rows go
   * with their domains, though: what was counted stays.
   *
   * @param failure null where all is read
   */
  void end(long id, @Nullable String failure, Instant now) {
    sql.update(
        """
        with more as (
          select greatest(0, least(duplicate_count,
            (select count(*) from report where import_id = i.id) - stored_count)) as stored
          from report_import i where id = ?)
        update report_import set
          stored_count = stored_count + more.stored,
          duplicate_count = duplicate_count - more.stored,
          state = case when state = 'CANCELLED' then state when ?::text is null then 'DONE' else 'FAILED' end,
          read_bytes = case when state = 'RUNNING' and ?::text is null then bytes else read_bytes end,
          failure = case when state = 'CANCELLED' then null else ?::text end,
          ended_at = coalesce(ended_at, ?), holder = null
        from more where id = ?
        """,
        id,
        failure,
        failure,
        failure,
        utc(now),
        id);
  }
}

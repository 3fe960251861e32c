package farol.imports;

import farol.intake.Verdict;
import farol.store.Sql;
import farol.wire.TextRules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of imports, as the members of an account see them. */
@Dependent
class ImportStore {
  /** Of each verdict; those beyond are only counted. */
  static final int MOST_LISTED = 10_000;

  private static final int LONGEST_NAME = 200; // characters

  private static final String IMPORT =
      """
      select id, name, created_at, created_by, state, ended_at, bytes, read_bytes,
        stored_count, duplicate_count, foreign_count, no_report_count, refused_count, failure
      from report_import
      """;

  @Inject Sql sql;

  List<ReportImport> list(long accountId, long skipped, int most) {
    return sql.list(
        IMPORT + "where account_id = ? order by id desc offset ? limit ?",
        ImportStore::reportImport,
        accountId,
        skipped,
        most);
  }

  long count(long accountId) {
    return number("select count(*) from report_import where account_id = ?", accountId);
  }

  Optional<ReportImport> find(long accountId, long id) {
    return sql.find(
        IMPORT + "where account_id = ? and id = ?", ImportStore::reportImport, accountId, id);
  }

  List<ImportRefusal> refusals(long accountId, long id, long skipped, int most) {
    return sql.list(
        """
        select r.ordinal, r.place, r.verdict, r.code, r.reason
        from import_refusal r join report_import i on i.id = r.import_id
        where i.account_id = ? and i.id = ? order by r.ordinal offset ? limit ?
        """,
        row ->
            new ImportRefusal(
                row.getLong(1),
                row.getString(2),
                Verdict.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5)),
        accountId,
        id,
        skipped,
        most);
  }

  long countRefusals(long accountId, long id) {
    return number(
        """
        select count(*) from import_refusal r join report_import i on i.id = r.import_id
        where i.account_id = ? and i.id = ?
        """,
        accountId,
        id);
  }

  /** False where there is nothing to cancel. */
  boolean cancel(long accountId, long id, Instant now) {
    return sql.update(
            """
            update report_import set state = 'CANCELLED', ended_at = ?, failure = null
            where account_id = ? and id = ? and state not in ('DONE', 'CANCELLED')
            """,
            utc(now),
            accountId,
            id)
        > 0;
  }

  /** False where it has not failed. */
  boolean retry(long accountId, long id, Instant now) {
    return sql.update(
            """
            update report_import set state = 'WAITING', ended_at = null, failure = null, attempts = 0, due_at = ?
            where account_id = ? and id = ? and state = 'FAILED'
            """,
            utc(now),
            accountId,
            id)
        > 0;
  }

  /** A name from outside, as people are shown it. */
  static String shown(String name) {
    return TextRules.shown(name, LONGEST_NAME);
  }

  static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private long number(String query, Object... values) {
    return sql.find(query, row -> row.getLong(1), values).orElseThrow();
  }

  private static ReportImport reportImport(ResultSet row) throws SQLException {
    return new ReportImport(
        row.getLong(1),
        row.getString(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        ImportState.valueOf(row.getString(5)),
        instant(row.getObject(6, OffsetDateTime.class)),
        row.getLong(7),
        row.getLong(8),
        counts(row, 9),
        row.getString(14));
  }

  /** The five columns from there on. */
  static ImportCounts counts(ResultSet row, int first) throws SQLException {
    return new ImportCounts(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        row.getLong(first + 4));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}

package farol.domain.report;

import static farol.domain.report.Columns.Type.BOOL;
import static farol.domain.report.Columns.Type.BYTEA;
import static farol.domain.report.Columns.Type.INT4;
import static farol.domain.report.Columns.Type.INT8;
import static farol.domain.report.Columns.Type.TEXT;

import farol.store.DatabaseException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores reports, many in one transaction and three round trips, whatever their number. Plain SQL,
 * because this is where Farol's speed is decided: rows travel as one array a column.
 */
@Dependent
class IntakeStore {
  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final int BLOCK = 1_000; // the sequence's increment

  private static final String INSERT_REPORTS =
      """
      insert into report (id, domain_id, key_digest, content_digest, conflicting, organization, contact, report_id,
        window_start, window_end, day, successful, failed, warnings, received_at,
        way, grade, signer, key_for_reports, grade_detail, origin_source, import_id)
      select id, domain_id, key_digest, content_digest, ?, organization, contact, report_id,
        window_start, window_end, date 'epoch' + day, successful, failed, string_to_array(warnings, ','), received_at,
        way, grade, signer, key_for_reports, grade_detail, origin_source, import_id
      from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[],
        ?::timestamptz[], ?::timestamptz[], ?::int[], ?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[],
        ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::bigint[])
        as new (id, domain_id, key_digest, content_digest, organization, contact, report_id,
          window_start, window_end, day, successful, failed, warnings, received_at,
          way, grade, signer, key_for_reports, grade_detail, origin_source, import_id)
      on conflict do nothing
      returning id
      """;

  @Resource(lookup = "jdbc/farol-intake")
  DataSource database;

  private long nextId;
  private long lastId = -1;

  /** For the container. */
  IntakeStore() {}

  /** On a data source of the caller's own, outside a container. */
  IntakeStore(DataSource database) {
    this.database = database;
  }

  /**
   * Stores all in one transaction. Only one thread may call it.
   *
   * @return an outcome for each, in the same order
   * @throws DatabaseException if none was stored
   */
  List<Acceptance> store(List<Submission> batch) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<Acceptance> outcomes = store(connection, batch);
        connection.commit();
        return outcomes;
      } finally {
        connection
            .rollback(); // without effect after the commit; else auto-commit would commit a half
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      if (batch.size() == 1 && FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
        return List.of(Acceptance.DOMAIN_GONE);
      }
      throw new DatabaseException("store " + batch.size() + " reports", e);
    }
  }

  private List<Acceptance> store(Connection connection, List<Submission> batch)
      throws SQLException {
    List<ReportRow> rows = new ArrayList<>();
    for (Submission submission : batch) {
      rows.add(new ReportRow(takeId(connection), submission));
    }
    // Two nodes that store the same reports would else wait for each other.
    List<ReportRow> inOrder = rows.stream().sorted(ReportRow.BY_KEY).toList();
    Set<Long> counted = insertReports(connection, inOrder, false);
    List<ReportRow> known = inOrder.stream().filter(row -> !counted.contains(row.id())).toList();
    Set<Long> conflicting = known.isEmpty() ? Set.of() : insertReports(connection, known, true);
    List<ReportRow> stored =
        rows.stream()
            .filter(row -> counted.contains(row.id()) || conflicting.contains(row.id()))
            .toList();
    if (!stored.isEmpty()) {
      ReportContents.insert(connection, stored, counted);
    }
    return rows.stream()
        .map(
            row ->
                counted.contains(row.id())
                    ? Acceptance.STORED
                    : conflicting.contains(row.id())
                        ? Acceptance.CONFLICTING
                        : Acceptance.DUPLICATE)
        .toList();
  }

  private long takeId(Connection connection) throws SQLException {
    if (nextId > lastId) {
      try (PreparedStatement statement =
              connection.prepareStatement("select nextval('report_id_seq')");
          ResultSet row = statement.executeQuery()) {
        row.next();
        nextId = row.getLong(1);
        lastId = nextId + BLOCK - 1;
      }
    }
    return nextId++;
  }

  /** The keys of those that were not there before. */
  private static Set<Long> insertReports(
      Connection connection, List<ReportRow> rows, boolean conflicting) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT_REPORTS)) {
      statement.setBoolean(1, conflicting);
      new Columns(connection, statement, 2)
          .add(INT8, rows, ReportRow::id)
          .add(INT8, rows, row -> row.submission().domainId())
          .add(BYTEA, rows, ReportRow::keyDigest)
          .add(BYTEA, rows, ReportRow::contentDigest)
          .add(TEXT, rows, row -> row.report().organization())
          .add(TEXT, rows, row -> row.report().contact())
          .add(TEXT, rows, row -> row.report().reportId())
          .add(TEXT, rows, row -> row.report().window().start().toString())
          .add(TEXT, rows, row -> row.report().window().end().toString())
          .add(INT4, rows, row -> row.day().number())
          .add(INT8, rows, row -> row.submission().counted().counts().successful())
          .add(INT8, rows, row -> row.submission().counted().counts().failed())
          .add(TEXT, rows, row -> String.join(",", row.submission().warnings()))
          .add(TEXT, rows, row -> row.submission().receivedAt().toString())
          .add(TEXT, rows, row -> ofOther(row, origin -> origin.way().name()))
          .add(TEXT, rows, row -> ofOther(row, IntakeStore::grade))
          .add(TEXT, rows, row -> ofOther(row, Origin::signer))
          .add(BOOL, rows, row -> ofOther(row, Origin::keyForReports))
          .add(TEXT, rows, row -> ofOther(row, Origin::detail))
          .add(TEXT, rows, row -> ofOther(row, Origin::source))
          .add(INT8, rows, row -> ofOther(row, Origin::importId));
      Set<Long> inserted = new HashSet<>();
      try (ResultSet keys = statement.executeQuery()) {
        while (keys.next()) {
          inserted.add(keys.getLong(1));
        }
      }
      return inserted;
    }
  }

  /** Nothing for what was posted, which is nearly all. */
  private static @Nullable Object ofOther(
      ReportRow row, Function<Origin, ? extends @Nullable Object> value) {
    Origin origin = row.submission().origin();
    return origin.way() == Way.HTTPS ? null : value.apply(origin);
  }

  private static @Nullable String grade(Origin origin) {
    DkimGrade grade = origin.grade();
    return grade == null ? null : grade.name();
  }
}

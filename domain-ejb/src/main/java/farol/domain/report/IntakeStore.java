package farol.domain.report;

import static farol.domain.report.Columns.Type.BOOL;
import static farol.domain.report.Columns.Type.BYTEA;
import static farol.domain.report.Columns.Type.INT2;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;

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
        window_start, window_end, day, successful, failed, warnings, received_at)
      select id, domain_id, key_digest, content_digest, ?, organization, contact, report_id,
        window_start, window_end, date 'epoch' + day, successful, failed, string_to_array(warnings, ','), received_at
      from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[],
        ?::timestamptz[], ?::timestamptz[], ?::int[], ?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[])
        as new (id, domain_id, key_digest, content_digest, organization, contact, report_id,
          window_start, window_end, day, successful, failed, warnings, received_at)
      on conflict do nothing
      returning id
      """;

  private static final String INSERT_CONTENTS =
      """
      with raw as (
        insert into report_raw (report_id, received_on, content_type, content_encoding, body)
        select report_id, date 'epoch' + received_on, content_type, content_encoding, body
        from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::bytea[]) as new (report_id, received_on, content_type,
          content_encoding, body)
      ), policy as (
        insert into report_policy (report_id, received_on, policy_no, attribution, policy_type, policy_domain,
          policy_string, mx_hosts, successful, failed)
        select report_id, date 'epoch' + received_on, policy_no, attribution, policy_type, policy_domain,
          (string_to_array(policy_string, E'\\x1f'))[2:], (string_to_array(mx_hosts, E'\\x1f'))[2:], successful, failed
        from unnest(?::bigint[], ?::int[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::bigint[], ?::bigint[]) as new (report_id, received_on, policy_no, attribution, policy_type, policy_domain,
          policy_string, mx_hosts, successful, failed)
      ), failure as (
        insert into failure_detail (domain_id, day, report_id, received_on, policy_no, counted, failed, result_type,
          sending_mta_ip, receiving_mx_hostname, receiving_mx_helo, receiving_ip, additional_information, failure_reason_code)
        select domain_id, date 'epoch' + day, report_id, date 'epoch' + received_on, policy_no, counted, failed,
          result_type, sending_mta_ip, receiving_mx_hostname, receiving_mx_helo, receiving_ip, additional_information,
          failure_reason_code
        from unnest(?::bigint[], ?::int[], ?::bigint[], ?::int[], ?::smallint[], ?::boolean[], ?::bigint[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as new (domain_id, day, report_id,
          received_on, policy_no, counted, failed, result_type, sending_mta_ip, receiving_mx_hostname, receiving_mx_helo, receiving_ip,
          additional_information, failure_reason_code)
      )
      insert into dirty_day (domain_id, day)
      select domain_id, date 'epoch' + day from unnest(?::bigint[], ?::int[]) as new (domain_id, day)
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
      insertContents(connection, stored, counted);
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
          .add(TEXT, rows, row -> row.submission().receivedAt().toString());
      Set<Long> inserted = new HashSet<>();
      try (ResultSet keys = statement.executeQuery()) {
        while (keys.next()) {
          inserted.add(keys.getLong(1));
        }
      }
      return inserted;
    }
  }

  private static void insertContents(
      Connection connection, List<ReportRow> reports, Set<Long> counted) throws SQLException {
    List<PolicyRow> policies =
        reports.stream().flatMap(report -> PolicyRow.of(report).stream()).toList();
    List<FailureRow> failures =
        policies.stream()
            .flatMap(
                policy -> FailureRow.of(policy, counted.contains(policy.report().id())).stream())
            .toList();
    List<ReportRow.Day> dirty = reports.stream().map(ReportRow::day).distinct().toList();
    try (PreparedStatement statement = connection.prepareStatement(INSERT_CONTENTS)) {
      new Columns(connection, statement, 1)
          .add(INT8, reports, ReportRow::id)
          .add(INT4, reports, ReportRow::receivedOn)
          .add(TEXT, reports, row -> row.submission().raw().contentType())
          .add(TEXT, reports, row -> row.submission().raw().contentEncoding())
          .add(BYTEA, reports, row -> row.submission().raw().body())
          .add(INT8, policies, row -> row.report().id())
          .add(INT4, policies, row -> row.report().receivedOn())
          .add(INT2, policies, row -> (short) row.number())
          .add(TEXT, policies, row -> row.attribution().name())
          .add(TEXT, policies, row -> row.policy().type().value())
          .add(TEXT, policies, row -> row.policy().policyDomain())
          .add(TEXT, policies, row -> marked(row.policy().policyString()))
          .add(TEXT, policies, row -> marked(row.policy().mxHosts()))
          .add(INT8, policies, row -> row.policy().counts().successful())
          .add(INT8, policies, row -> row.policy().counts().failed())
          .add(INT8, failures, row -> row.policy().report().submission().domainId())
          .add(INT4, failures, row -> row.policy().report().day().number())
          .add(INT8, failures, row -> row.policy().report().id())
          .add(INT4, failures, row -> row.policy().report().receivedOn())
          .add(INT2, failures, row -> (short) row.policy().number())
          .add(BOOL, failures, FailureRow::counted)
          .add(INT8, failures, row -> row.detail().failedSessions())
          .add(TEXT, failures, FailureRow::resultType)
          .add(TEXT, failures, row -> row.detail().sendingMtaIp())
          .add(TEXT, failures, row -> row.detail().receivingMxHostname())
          .add(TEXT, failures, row -> row.detail().receivingMxHelo())
          .add(TEXT, failures, row -> row.detail().receivingIp())
          .add(TEXT, failures, row -> row.detail().additionalInformation())
          .add(TEXT, failures, row -> row.detail().failureReasonCode())
          .add(INT8, dirty, ReportRow.Day::domainId)
          .add(INT4, dirty, ReportRow.Day::number);
      statement.executeUpdate();
    }
  }

  /**
   * A list as one text, for PostgreSQL has no arrays of arrays of different lengths. A mark stands
   * before every element, so that a list of one empty text differs from an empty list; no reported
   * text contains it.
   */
  private static String marked(List<String> texts) {
    return texts.stream().map(text -> "\u001f" + text).collect(Collectors.joining());
  }
}

package farol.domain.report;

import static farol.domain.report.Columns.Type.BOOL;
import static farol.domain.report.Columns.Type.BYTEA;
import static farol.domain.report.Columns.Type.INT2;
import static farol.domain.report.Columns.Type.INT4;
import static farol.domain.report.Columns.Type.INT8;
import static farol.domain.report.Columns.Type.TEXT;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows below reports: their bytes, policies and failures. */
final class ReportContents {
  private static final String INSERT =
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

  private ReportContents() {}

  /**
   * Inserts all in one round trip, and marks the days of the reports to be counted anew.
   *
   * @param counted the keys of those that count
   */
  static void insert(Connection connection, List<ReportRow> reports, Set<Long> counted)
      throws SQLException {
    List<PolicyRow> policies =
        reports.stream().flatMap(report -> PolicyRow.of(report).stream()).toList();
    List<FailureRow> failures =
        policies.stream()
            .flatMap(
                policy -> FailureRow.of(policy, counted.contains(policy.report().id())).stream())
            .toList();
    List<ReportRow.Day> dirty = reports.stream().map(ReportRow::day).distinct().toList();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
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

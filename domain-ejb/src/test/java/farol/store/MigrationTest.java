package farol.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.monitored.CollectorToken;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** That an upgrade keeps what an installation has. */
class MigrationTest {
  @Test
  void movesReportsToTheMonthsOfTheirReceipt() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Sql sql = new Sql(postgres.getPostgresDatabase());
      migrate(postgres, "7");
      domain(sql);
      report(sql, 1, "2025-12-31T23:30:00Z");
      report(sql, 2, "2026-01-01T00:30:00Z");

      migrate(postgres, "8");

      for (String table : new String[] {"report_raw", "report_policy", "failure_detail"}) {
        assertThat(count(sql, table + "_2025_12")).as(table).isEqualTo(1);
        assertThat(count(sql, table + "_2026_01")).as(table).isEqualTo(1);
        assertThat(count(sql, table)).as(table).isEqualTo(2);
      }
    }
  }

  @Test
  void masksTheTokensThatDnsAnswersRepeat() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Sql sql = new Sql(postgres.getPostgresDatabase());
      migrate(postgres, "8");
      String answer =
          """
          v=TLSRPTv1; rua=https://a/tls-rpt/ingest/abcdefghijklmnopqrstuvwxyz012345,\
          https://b/tls-rpt/ingest/ABCDEFGHIJKLMNOPQRSTUVWXYZ-_-_-_X,mailto:a@example.com
          https://a/tls-rpt/ingest/abcdefghijklmnopqrstuvwxyz012345 again, 100 % \\\
          """;
      sql.update("insert into account (id, founder, created_at) values (1, 'ann', now())");
      sql.update(
          """
          insert into monitored_domain (id, account_id, slot, name, state, demo, verification_token, created_at,
            last_check_detail, next_check_at)
          values (1, 1, 1, 'example.com', 'VERIFIED', false, 'token', now(), ?, now())
          """,
          answer);
      sql.update(
          """
          insert into observation (domain_id, kind, value, first_seen, last_seen, superseded)
          values (1, 'TLSRPT_RECORD', ?, now(), now(), false)
          """,
          answer);

      migrate(postgres, "13");

      assertThat(CollectorToken.masked(answer)).isNotEqualTo(answer);
      assertThat(sql.find("select value from observation", row -> row.getString(1)))
          .contains(CollectorToken.masked(answer));
      assertThat(
              sql.find("select last_check_detail from monitored_domain", row -> row.getString(1)))
          .contains(CollectorToken.masked(answer));
    }
  }

  @Test
  void digestsKeepTheirFirstHalf() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Sql sql = new Sql(postgres.getPostgresDatabase());
      migrate(postgres, "10");
      domain(sql);
      sql.update(
          """
          insert into report (id, domain_id, key_digest, content_digest, conflicting, organization, report_id,
            window_start, window_end, day, successful, failed, warnings, received_at)
          values (1, 1, sha256('key'), sha256('content'), false, 'Example', 'id', now(), now(), now(), 0, 1, '{}', now())
          """);

      migrate(postgres, "11");

      assertThat(
              sql.find(
                  """
                  select key_digest = substring(sha256('key') for 16)
                    and content_digest = substring(sha256('content') for 16) from report
                  """,
                  row -> row.getBoolean(1)))
          .contains(true);
    }
  }

  @Test
  void observationsEndWhenTheNextOfTheirKindBegins() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Sql sql = new Sql(postgres.getPostgresDatabase());
      migrate(postgres, "12");
      domain(sql);
      observation(sql, "MX", "MailExchanger[preference=10, target=mx.example.com]", 1, true);
      observation(
          sql,
          "MX",
          "MailExchanger[preference=0, target=]\n"
              + "MailExchanger[preference=20, target=b.example.com]",
          3,
          false);
      observation(sql, "TLSRPT_RECORD", "v=TLSRPTv1", 2, false);

      migrate(postgres, "13");

      assertThat(
              sql.list(
                  """
                  select kind || ' ' || value || ' day ' || extract(day from first_seen)
                    || coalesce(' to ' || extract(day from ended_at), '') from observation order by id
                  """,
                  row -> row.getString(1)))
          .containsExactly(
              "MX 10 mx.example.com day 1 to 3",
              "MX 0 .\n20 b.example.com day 3",
              "TLSRPT_RECORD v=TLSRPTv1 day 2");
    }
  }

  @Test
  void accountsBeginWithTheSumsOfTheirVerifiedDomains() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Sql sql = new Sql(postgres.getPostgresDatabase());
      migrate(postgres, "19");
      domain(sql);
      sql.update(
          """
          insert into monitored_domain (id, account_id, slot, name, state, demo, verification_token, created_at,
            next_check_at)
          values (2, 1, 2, 'other.example', 'VERIFIED', false, 'token', now(), now()),
            (3, 1, 3, 'pending.example', 'PENDING', false, 'token', now(), now())
          """);
      sql.update(
          """
          insert into rollup_day (domain_id, day, reports, successful, failed, computed_at)
          select id, date '2026-11-20', 2, 10, 1, now() from monitored_domain
          """);
      sql.update(
          """
          insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)
          select id, date '2026-11-20', dimension, 'x', 2, 10, 1
          from monitored_domain cross join unnest(array['REPORTER', 'FAILURE', 'MX']) dimension
          """);

      migrate(postgres, "20");

      assertThat(
              sql.list(
                  "select concat_ws(' ', reports, successful, failed) from rollup_account_day",
                  row -> row.getString(1)))
          .containsExactly("4 20 2");
      assertThat(
              sql.list(
                  "select concat_ws(' ', dimension, value, reports, failed) from"
                      + " rollup_account_slice",
                  row -> row.getString(1)))
          .containsExactlyInAnyOrder("REPORTER x 4 2", "FAILURE x 4 2");
    }
  }

  @Test
  void reportsThatWereThereWerePosted() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Sql sql = new Sql(postgres.getPostgresDatabase());
      migrate(postgres, "20");
      domain(sql);
      head(sql, 1);

      migrate(postgres, "21");

      head(sql, 2);
      assertThat(count(sql, "report where way is null and grade is null and import_id is null"))
          .isEqualTo(2);
      assertThatThrownBy(() -> sql.update("update report set way = 'HTTPS'"))
          .hasMessageContaining("report_way_ck");
      assertThatThrownBy(() -> sql.update("update report set grade = 'GOOD'"))
          .hasMessageContaining("report_grade_ck");
    }
  }

  private static void head(Sql sql, int id) {
    sql.update(
        """
        insert into report (id, domain_id, key_digest, content_digest, conflicting, organization, report_id,
          window_start, window_end, day, successful, failed, warnings, received_at)
        values (?, 1, substring(sha256(?) for 16), substring(sha256('content') for 16), false, 'Example', 'id',
          now(), now(), now(), 0, 1, '{}', now())
        """,
        id,
        new byte[] {(byte) id});
  }

  private static void observation(Sql sql, String kind, String value, int day, boolean superseded) {
    sql.update(
        """
        insert into observation (domain_id, kind, value, first_seen, last_seen, superseded)
        values (1, ?, ?, ?::timestamptz, now(), ?)
        """,
        kind,
        value,
        "2026-11-0" + day + "T10:00:00Z",
        superseded);
  }

  private static void domain(Sql sql) {
    sql.update("insert into account (id, founder, created_at) values (1, 'ann', now())");
    sql.update(
        """
        insert into monitored_domain (id, account_id, slot, name, state, demo, verification_token, created_at,
          next_check_at)
        values (1, 1, 1, 'example.com', 'VERIFIED', false, 'token', now(), now())
        """);
  }

  private static void report(Sql sql, long id, String receivedAt) {
    sql.update(
        """
        insert into report (id, domain_id, key_digest, content_digest, conflicting, organization, report_id, window_start,
          window_end, day, successful, failed, warnings, received_at)
        values (?, 1, ?, '', false, 'Example', 'id', now(), now(), '2025-12-30', 0, 1, '{}', ?::timestamptz)
        """,
        id,
        new byte[] {(byte) id},
        receivedAt);
    sql.update("insert into report_raw (report_id, body) values (?, '{}')", id);
    sql.update(
        """
        insert into report_policy (report_id, policy_no, attribution, policy_type, policy_string, mx_hosts, successful,
          failed)
        values (?, 0, 'OWN', 'sts', '{}', '{}', 0, 1)
        """,
        id);
    sql.update(
        """
        insert into failure_detail (domain_id, day, report_id, policy_no, counted, failed)
        values (1, '2025-12-30', ?, 0, true, 1)
        """,
        id);
  }

  private static long count(Sql sql, String table) {
    return sql.find("select count(*) from " + table, row -> row.getLong(1)).orElseThrow();
  }

  private static void migrate(EmbeddedPostgres postgres, String target) {
    Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .locations("classpath:farol/migrations")
        .target(target)
        .load()
        .migrate();
  }
}

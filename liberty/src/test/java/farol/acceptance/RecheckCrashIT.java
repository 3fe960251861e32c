package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a recheck whose server was killed in its midst: the run that the schedule had
 * begun comes to a halt at a domain that DNS does not answer for, with more than a hundred domains
 * before it done, and more than a hundred after it not.
 */
class RecheckCrashIT {
  private static final int ALL = 300;
  private static final int DONE = 100;
  private static final String UNANSWERED = "_smtp._tls.d150.example";

  private static final String RUNS =
      "wlpjobexecution join wlpjobinstance on fk_jobinstanceid = jobinstanceid where jobxmlname = 'dns-recheck'";

  /** What is known of a domain, without its name and addresses. */
  private static final String PICTURES =
      """
      select coalesce(string_agg(
        regexp_replace(replace(kind || ' ' || subject || ' ' || value, name, ''), '198[.0-9]+', ''), ', ' order by kind, subject), '')
      from monitored_domain left join observation on domain_id = monitored_domain.id group by monitored_domain.id
      """;

  private static RunningFarol farol;
  private static ManyDomains domains;
  private static long run;
  private static long lastDone; // in microseconds
  private static long done;

  @BeforeAll
  static void killServerHalfwayThroughRecheck() throws Exception {
    farol = RunningFarol.start(Map.of());
    domains = ManyDomains.add(farol, ALL);
    farol.dns().zone().silence(UNANSWERED);
    domains.makeDue(ALL);
    Client.await(RecheckCrashIT::waiting, count -> count <= ALL - DONE);
    run = number("select max(jobinstanceid) from " + RUNS);
    lastDone =
        number("select 1000000 * extract(epoch from max(last_check_at)) from monitored_domain");
    done = doneUntilThen();
    assertThat(done).isBetween((long) DONE, 149L);
    farol.killServer();
    farol.dns().zone().remove(UNANSWERED);
    farol.dns().zone().putTxt(UNANSWERED, "v=TLSRPTv1; rua=mailto:tls@d150.example");
    farol.restart();
    Client client = new Client(farol);
    assertThat(client.jobState(run)).isEqualTo("FAILED");
    assertThat(client.steerJob(run, "restart").status()).isEqualTo(200);
    assertThat(client.awaitEnd(run)).isEqualTo("COMPLETED");
    Client.await(RecheckCrashIT::waiting, count -> count == 0);
  }

  @AfterAll
  static void stop() {
    farol.close();
  }

  @Test
  void allDomainsAreKnownAsIfNothingHadHappened() throws Exception {
    assertThat(domains.unanswered()).isZero();
    assertThat(number("select count(*) from observation where ended_at is not null")).isZero();
    assertThat(number("select count(distinct picture) from (" + PICTURES + ") p (picture)"))
        .isEqualTo(1);
    assertThat(number("select min(length(picture)) from (" + PICTURES + ") p (picture)"))
        .isGreaterThan(100);
  }

  @Test
  void whatWasDoneIsNotDoneAgain() throws Exception {
    assertThat(doneUntilThen()).isEqualTo(done);
  }

  @Test
  void noRunIsLeftBehind() throws Exception {
    // Not even the one that the schedule may have begun meanwhile.
    assertThat(
            Client.await(
                () -> number("select count(*) from " + RUNS + " and endtime is null"),
                count -> count == 0))
        .isZero();
  }

  private static long doneUntilThen() throws IOException {
    return number(
        "select count(*) from monitored_domain where 1000000 * extract(epoch from last_check_at) <= "
            + lastDone);
  }

  private static long waiting() throws IOException {
    try {
      return domains.waiting();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(String query) throws IOException {
    try {
      return domains.number(query);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}

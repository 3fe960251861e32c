package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.acceptance.TestPosture;
import farol.domain.survey.Observed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first page to what goes with what, by links only. */
class FailuresIT {
  private static final String NAME = "failures.example";
  private static final String MISSING = "validation-failure";

  /** Parameters for yesterday alone. */
  private static String day;

  @AutoClose private static TestDomain domain;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void signIn() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    day = "&from=" + yesterday + "&to=" + yesterday;
    domain = new TestDomain(farol, NAME).add().prove();
    domain.send(report());
    domain.rollUp();
    new TestPosture(farol, NAME)
        .see(Observed.MX, "", "10 mx1." + NAME)
        .see(Observed.MX, "", "10 mx1." + NAME + "\n20 mx2." + NAME);
    browser = Browser.start(farol);
    browser.resize(1440);
    browser.signIn("/");
    browser.prefer("en", "light");
  }

  /** An expired certificate at one host, and another that the policy lacks. */
  private static ObjectNode report() throws Exception {
    ObjectNode report = domain.report();
    ObjectNode policy = (ObjectNode) report.path("policies").path(0);
    policy.withObject("/summary").put("total-failure-session-count", 5);
    ((ArrayNode) policy.path("failure-details"))
        .addObject()
        .put("result-type", MISSING)
        .put("failure-reason-code", "MX_HOSTS_MISMATCH")
        .put("receiving-mx-hostname", "mx2." + NAME)
        .put("sending-mta-ip", "203.0.113.26")
        .put("failed-session-count", 3);
    return report;
  }

  @Test
  void dayLeadsToItsCausesAndTheseToTheirHosts() {
    browser.open("/?days=7");
    browser.click("#sessions-table summary");
    browser.click("#sessions-table a[href$='" + day.substring(1) + "']");
    assertThat(browser.path()).isEqualTo("/failures?by=cause" + day);
    browser.awaitText("#failures", "Certificate has expired");

    browser.click("#failures a[href*='cause=mx-not-in-policy']");
    String hosts = "/failures?by=mx&cause=mx-not-in-policy" + day;
    assertThat(browser.path()).isEqualTo(hosts);
    assertThat(browser.awaitText("#failures", "mx2." + NAME)).doesNotContain("mx1." + NAME);
    assertThat(browser.text("#only-cause")).contains("Mail host is not in the MTA-STS policy");
    assertThat(browser.text("#failures-advice")).contains("Fix:", "Why, and how to make sure");

    browser.back();
    browser.awaitText("#failures", "Certificate has expired");
    browser.open(hosts);
    browser.reloadUntil("#failures", "mx2." + NAME);
    assertThat(browser.path()).isEqualTo(hosts);

    browser.click("#only-cause a");
    browser.awaitText("#failures", "mx1." + NAME);
    assertThat(browser.path()).isEqualTo("/failures?by=mx" + day);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void barLeadsToItsDay() {
    browser.open("/domain?name=" + NAME + "&days=7");
    browser.find("#sessions-chart canvas");
    browser.evaluate(
        """
        (function () {
          const chart = Chart.getChart(document.querySelector('#sessions-chart canvas'));
          const box = chart.canvas.getBoundingClientRect();
          chart.canvas.dispatchEvent(new MouseEvent('click', {
            bubbles: true,
            clientX: box.left + chart.scales.x.getPixelForValue(5),
            clientY: box.top + chart.scales.y.getPixelForValue(1) }));
          return true;
        })()""");
    browser.awaitText("#failures", "Certificate has expired");

    assertThat(browser.path()).isEqualTo("/domain-failures?name=" + NAME + "&by=cause" + day);
  }

  @Test
  void flagStandsAtTheDayOfAChangeAndLeadsToIt() {
    browser.open("/domain?name=" + NAME + "&days=7");
    browser.find("#sessions-chart canvas");
    browser.click(".flags.placed li[data-index='6'] a");
    browser.awaitText("#changes", "mx2." + NAME);

    assertThat(browser.path()).isEqualTo("/domain-published?name=" + NAME + "#changes");
  }

  @Test
  void openProblemSaysWhereItIsAndLeadsToItsFailures() {
    browser.open("/");
    String problem = "#open-problems [data-cause='mx-not-in-policy']";
    assertThat(browser.awaitText(problem, "mx2." + NAME)).contains("Mail is refused", "Fix:");
    browser.click(problem + " a.problem-failures[href*='" + NAME + "']");

    browser.awaitText("#failures", "Example Sender");
    assertThat(browser.path())
        .startsWith(
            "/domain-failures?name=" + NAME + "&by=reporter&cause=mx-not-in-policy&mx=mx2.");
  }

  @ParameterizedTest
  @CsvSource({
    "type, type=certificate-expired, 2",
    "reporter, reporter=Example+Sender, 5",
    "host, mx=mx2.failures.example, 3",
    "policy, policy=sts, 5",
    "address, address=203.0.113.26, 3"
  })
  void nameOfABreakdownLeadsToWhatItCounts(String breakdown, String filter, String failed) {
    browser.open("/domain?name=" + NAME + "&days=7");
    browser.click("#by-" + breakdown + " tbody a[href*='" + filter + "']");

    browser.awaitText("#failures-sentence", failed + " sessions failed");
    assertThat(browser.path())
        .isEqualTo("/domain-failures?name=" + NAME + "&by=cause&" + filter + "&days=7");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void switchKeepsFilters() {
    browser.open("/domain-failures?name=" + NAME + "&mx=mx2." + NAME);
    assertThat(browser.awaitText("#failures", "Mail host is not")).contains("100%");
    browser.click("#by-address");

    assertThat(browser.awaitText("#failures", "203.0.113.26")).doesNotContain("203.0.113.25");
    assertThat(browser.path())
        .isEqualTo("/domain-failures?name=" + NAME + "&by=address&mx=mx2." + NAME + "&days=30");
  }
}

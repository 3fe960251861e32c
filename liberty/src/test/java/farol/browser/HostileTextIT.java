package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever knows the collector's address may write anything into a report; pages show it as text.
 */
class HostileTextIT {
  private static final String MARKUP =
      "<script>alert(1)</script>\"'></pre></details><img src=x onerror=alert(2)>#{1+1}${1+1}&lt;";

  /** Turns the reading direction, rings a bell. */
  private static final String CONTROLS = "\u202etxt.exe\u0007";

  private static TestDomain domain;
  private static Browser browser;

  @BeforeAll
  static void receive() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    domain = new TestDomain(farol, "hostile-text.com").add().prove();
    domain.send(hostile(domain.report()));
    domain.rollUp();
    browser = Browser.start(farol);
    browser.signIn("/");
  }

  @AfterAll
  static void leave() throws Exception {
    browser.close();
    domain.close();
  }

  private static ObjectNode hostile(ObjectNode report) {
    report.put("organization-name", MARKUP + CONTROLS);
    report.put("contact-info", "contact" + MARKUP + CONTROLS);
    report.put("report-id", "id" + MARKUP);
    ObjectNode entry = (ObjectNode) report.path("policies").path(0);
    ((ObjectNode) entry.path("policy")).putArray("policy-string").add("policy" + MARKUP + CONTROLS);
    ((ObjectNode) entry.path("policy")).putArray("mx-host").add("pattern" + MARKUP + CONTROLS);
    ((ObjectNode) entry.path("failure-details").path(0))
        .put("result-type", "type" + MARKUP + CONTROLS)
        .put("receiving-mx-hostname", "host" + MARKUP + CONTROLS)
        .put("receiving-mx-helo", "helo" + MARKUP + CONTROLS)
        .put("failure-reason-code", "reason" + MARKUP + CONTROLS)
        .put("additional-information", "javascript:alert(3)//" + MARKUP + CONTROLS);
    return report;
  }

  @Test
  void dashboardShowsItAsText() {
    browser.open("/");
    browser.awaitText("#heartbeat", MARKUP);
    assertHarmless();
  }

  @Test
  void domainPageShowsItAsText() {
    browser.open("/domain?name=" + domain.name());
    browser.awaitText("#by-reporter", MARKUP);
    browser.awaitText("#by-host", "host" + MARKUP);
    assertHarmless();
  }

  @Test
  void listOfReportsShowsItAsText() {
    browser.open("/domain-reports?name=" + domain.name());
    browser.awaitText("#reports", MARKUP);
    assertHarmless();
  }

  @Test
  void refusedBodyIsShownAsText() throws Exception {
    domain.sendRefused(domain.report().put("report-id", MARKUP + CONTROLS).toString());
    domain.sendRefused(
        "{\"" + MARKUP.replace("\"", "\\\"") + "\":1,\"" + MARKUP.replace("\"", "\\\"") + "\":2}");
    browser.open("/domain-refused?name=" + domain.name());
    browser.awaitText("#refused-bodies", MARKUP);
    assertHarmless();
  }

  @Test
  void reportPageShowsItAsText() throws Exception {
    browser.open(domain.reportPage());
    browser.awaitText("#report-head", "contact" + MARKUP);
    browser.awaitText("#report-head", "id" + MARKUP);
    browser.awaitText(".policy", "policy" + MARKUP);
    browser.awaitText(".policy", "pattern" + MARKUP);
    browser.awaitText(".failure", "helo" + MARKUP);
    browser.awaitText(".failure", "reason" + MARKUP);
    browser.awaitText(".failure", "javascript:alert(3)//" + MARKUP);
    browser.click("#report-raw summary");
    browser.awaitText("#report-raw pre", MARKUP.replace("\"", "\\\""));
    assertThat((String) browser.evaluate("document.title")).contains(MARKUP);
    assertHarmless();
  }

  @Test
  void whatDnsSaysIsShownAsText() throws Exception {
    try (TestDomain other = new TestDomain(RunningFarol.shared(), "hostile-dns.com")) {
      other.add().prove();
      other.publish("_tlsrpt-verify", MARKUP + CONTROLS);
      other.publish("_smtp._tls", MARKUP + CONTROLS);
      browser.open("/domain?name=" + other.name());
      browser.click("#check-now");
      browser.awaitText("#ownership-sighting .quoted", MARKUP);
      browser.awaitText("#tlsrpt-sighting .quoted", MARKUP);
      assertHarmless();
    }
  }

  /** An open dialog would have failed the test before. */
  private static void assertHarmless() {
    assertThat(browser.all("img[src=x], [onerror], a[href^=javascript]")).isEmpty();
    assertThat(browser.all("script"))
        .noneMatch(
            script -> {
              String source = script.getDomProperty("textContent");
              return source != null && source.startsWith("alert");
            });
    assertThat((String) browser.evaluate("document.documentElement.textContent"))
        .doesNotContain("\u202e", "\u0007");
    assertThat(browser.complaints()).isEmpty();
  }
}

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.acceptance.TestPosture;
import farol.domain.survey.Observed;
import org.junit.jupiter.api.AutoClose;
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

  @AutoClose private static TestDomain domain;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void receive() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    domain = new TestDomain(farol, "hostile-text.com").add().prove();
    domain.send(hostile(domain.report()));
    domain.rollUp();
    browser = Browser.start(farol);
    browser.signIn("/");
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
  void failuresShowItAsTextAndLeadOnByIt() {
    browser.open("/domain-failures?name=" + domain.name() + "&by=reporter");
    browser.awaitText("#failures", MARKUP);
    browser.click("#failures tbody a");
    browser.awaitText("#only-reporter", MARKUP);
    browser.find("#failures");
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

  @Test
  void whatADomainPublishesIsShownAsText() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    try (TestDomain other = new TestDomain(farol, "hostile-posture.com")) {
      other.add().prove();
      other.publish("_smtp._tls", MARKUP + CONTROLS);
      other.publish("_mta-sts", "v=STSv1; id=" + MARKUP + CONTROLS);
      farol.dns().zone().addMx(other.name(), 10, "<img src=x onerror=alert(4)>.example");
      other.recheck();
      other.publish("_smtp._tls", "changed" + MARKUP + CONTROLS);
      other.recheck();
      TestPosture posture = new TestPosture(farol, other.name());
      String subject = "CN=\"<img src=x onerror=alert(5)>\", O=\"#{1+1}\"";
      String certificate = posture.certificate(subject, other.name(), 60);
      posture
          .see(Observed.MTASTS_POLICY, "ipv4", "version: STSv1\nmx: " + MARKUP)
          .see(Observed.POLICY_FETCH, "ipv4", "REDIRECT\njavascript:alert(6)//" + MARKUP)
          .see(Observed.POLICY_CERTIFICATE, "ipv4", certificate);

      browser.open("/domain-mail?name=" + other.name());
      browser.awaitText("[data-host]", "<img\\032src=x\\032onerror=alert"); // as in a zone file
      browser.awaitText("#policy-host", "\\<img src\\=x onerror\\=alert(5)\\>"); // as in RFC 2253
      assertHarmless();
      browser.open("/domain-published?name=" + other.name());
      browser.awaitText("#tls-rpt", "changed" + MARKUP);
      browser.awaitText("#mta-sts", "v=STSv1; id=" + MARKUP);
      browser.awaitText("#mta-sts", "mx: " + MARKUP);
      browser.awaitText("#mta-sts", "javascript:alert(6)//" + MARKUP);
      browser.awaitText("#changes", MARKUP);
      assertHarmless();
      browser.open("/");
      browser.awaitText("#domain-matrix", other.name());
      assertHarmless();
    } finally {
      farol.dns().zone().remove("hostile-posture.com");
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

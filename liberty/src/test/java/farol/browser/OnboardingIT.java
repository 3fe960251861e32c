package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.HeldDay;
import farol.acceptance.People;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import org.junit.jupiter.api.Test;

/** From the sign-in page to the first report, as a person goes. */
class OnboardingIT {
  @Test
  void firstReportIsThreeStepsAway() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    try (Browser browser = Browser.start(farol);
        TestDomain domain = new TestDomain(farol, "onboarding.com")) {
      browser.signIn("/domains");
      browser.click("#add-domain");
      browser.type("[id='add:name']", "Onboarding.COM");
      browser.click("[id='add:submit']");
      assertThat(browser.text("#step-prove")).contains("_tlsrpt-verify.onboarding.com", "Now");
      assertThat(browser.text("#step-publish")).contains("Later");
      assertThat(browser.text("#step-wait")).contains("Later");

      String proof = browser.text("#ownership-record-value");
      assertThat(proof).isEqualTo(domain.known().path("verification").path("value").asText());
      browser.click("#check-now");
      browser.awaitText("#ownership-sighting", "Not yet: DNS knows no such record.");
      domain.publish("_tlsrpt-verify", "somebody-else=1");
      browser.click("#check-now");
      browser.awaitText("#ownership-sighting .quoted", "somebody-else=1");
      domain.publish("_tlsrpt-verify", proof);
      browser.click("#check-now");
      browser.awaitText("#ownership-sighting", "We see it.");
      browser.awaitText("#step-prove .badge", "Done");

      browser.awaitText("#step-publish .badge", "Now");
      browser.awaitText("#tlsrpt-sighting", "Not yet: DNS knows no such record.");
      assertThat(browser.text("#tlsrpt-record-name")).isEqualTo("_smtp._tls.onboarding.com");
      String request = browser.text("#tlsrpt-record-value");
      assertThat(request).startsWith("v=TLSRPTv1; rua=" + farol.internet() + "/tls-rpt/ingest/");
      domain.publish("_smtp._tls", request);
      browser.click("#check-now");
      browser.awaitText("#tlsrpt-sighting", "We see it: reports go to this collector.");
      browser.awaitText("#step-wait .badge", "Now");
      browser.awaitText("#setup-head .badge", "Verified");

      try (HeldDay held = HeldDay.of(farol, domain.name(), domain.reportedDay())) {
        domain.send(domain.report(), request.substring(request.indexOf("https:")));
        browser.click("#check-now");
        browser.awaitText("#adding-up", "Reports are being added up");
        assertThat(held.daysLeft()).isPositive();
      }
      domain.rollUp();
      browser.open("/domain?name=onboarding.com");
      browser.awaitText("#by-reporter", "Example Sender");
      assertThat(browser.all("#adding-up")).isEmpty();

      browser.click("#brand");
      browser.awaitText("tr[data-domain='onboarding.com']", "95.3%");
      assertThat(new Client(farol).runJob("dns-recheck")).isEqualTo("COMPLETED");
      browser.open("/");
      browser.awaitText("tr[data-domain='onboarding.com']", "here"); // since it was due at once
      browser.awaitText("#open-problems [data-cause='certificate-expired']", "onboarding.com");
      browser.awaitText("#heartbeat", "Example Sender");
      browser.click("#open-problems a[href*='onboarding.com']");
      browser.awaitText("#by-type", "Certificate has expired");
      browser.awaitText("#by-reporter", "Example Sender");
      browser.awaitText("#by-host", "mx1.onboarding.com");

      browser.click("#tab-reports");
      browser.click("#reports tr[data-report] a");
      browser.awaitText("#report-head", "tls@sender.example");
      assertThat(browser.text(".failure"))
          .contains("Certificate has expired", "2 failed sessions", "mx1.onboarding.com")
          .contains("Renewal failed", "Renew it");
      browser.click("#report-raw summary");
      browser.awaitText("#report-raw pre", "\"sending-mta-ip\" : \"203.0.113.25\"");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void whoHasNoDomainIsToldWhatComesAndLedToTheFirst() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    People.add(farol, "nova");
    try (Browser browser = Browser.start(farol)) {
      browser.open("/");
      browser.submitSignIn("nova", RunningFarol.PASSWORD);
      browser.awaitText("#verdict", "Add your first domain");
      browser.awaitText("#welcome", "Farol shows what fails");
      assertThat(browser.all(".figure, #sessions-chart, #domain-matrix")).isEmpty();

      browser.click("#welcome-add");
      browser.find("#add-dialog[open]");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}

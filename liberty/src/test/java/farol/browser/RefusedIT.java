package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import org.junit.jupiter.api.Test;

/** What was refused, and reading again, by the buttons of the portal. */
class RefusedIT {
  @Test
  void ownerSeesWhyTriesAgainAndDeletes() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    try (Browser browser = Browser.start(farol);
        TestDomain domain = new TestDomain(farol, "refused.com")) {
      domain.add().prove();
      domain.sendRefused("{\"organization-name\":");
      domain.send(domain.report());
      browser.signIn("/domain?name=" + domain.name());

      browser.click("#tab-refused");
      assertThat(browser.awaitText("#refused-bodies", "BAD_JSON"))
          .contains("It is not valid JSON.", "21 bytes");

      browser.click("#refused-bodies .read");
      browser.awaitText("#messages", "It still can’t be taken. It is not valid JSON.");
      assertThat(browser.path()).isEqualTo("/domain-refused?name=" + domain.name());

      browser.click("#refused-bodies .delete");
      browser.awaitText("#messages", "is deleted");
      browser.awaitText("main", "Nothing was refused lately.");

      browser.open(domain.reportPage());
      browser.click("#report-read");
      browser.awaitText("#messages", "The report says what it said before.");

      browser.open("/domain-settings?name=" + domain.name());
      browser.click("#reread");
      browser.awaitText("#messages", "reads everything again");
      assertThat(browser.complaints()).isEmpty();
    }
  }
}

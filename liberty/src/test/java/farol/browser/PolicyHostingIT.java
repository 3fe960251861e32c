package farol.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import java.net.URLEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy from its first draft to its end, as a person goes. */
class PolicyHostingIT {
  private static final String NAME = "policy-hosting.com";
  private static final String PAGE = "/domain-hosting?name=" + NAME;

  private RunningFarol farol;
  private Client client;
  private TestDomain domain;
  private Browser browser;

  @BeforeEach
  void signIn() throws Exception {
    farol = RunningFarol.shared();
    client = new Client(farol);
    domain = new TestDomain(farol, NAME).add().prove();
    farol.dns().zone().addMx(NAME, 10, "mx." + NAME);
    look();
    browser = Browser.start(farol);
    browser.signIn("/domain?name=" + NAME);
    browser.click("#tab-hosting");
  }

  @AfterEach
  void leave() throws Exception {
    browser.close();
    farol.dns().zone().remove(NAME);
    farol.dns().zone().remove("_mta-sts." + NAME);
    domain.close();
  }

  @Test
  void leadsFromTestingToEnforceAndOut() throws Exception {
    assertThat(browser.text("#proposed")).isEqualTo("mx." + NAME);
    make("#mode-testing", "There is nothing against it.");
    browser.awaitText("#messages", "Publish its id now.");
    assertThat(browser.text("#served")).contains("Testing", "1 week", "mx." + NAME);
    assertThat(browser.text("#step-publish")).contains("Now");
    browser.awaitText("#outside", "HOSTED_NOT_SEEN_YET");

    domain.publish("_mta-sts", browser.text("#id-record-value"));
    assertThat(browser.text("#host-record")).contains("mta-sts." + NAME, "127.0.0.1");
    browser.click("#look-now");
    browser.awaitText("#messages", "within a minute");
    look();
    browser.reloadUntil("#outside", "HOSTED_POLICY_NOT_FETCHED");
    assertThat(browser.text("#outside")).doesNotContain("HOSTED_ID_DIFFERS");
    assertThat(browser.text("#uncovered")).contains("mta-sts." + NAME);

    String before = browser.text("#served-id");
    make("#mode-enforce", "ENFORCE_UNTRIED");
    browser.awaitText("#served", "Enforce");
    assertThat(browser.text("#served-id")).isNotEqualTo(before);

    browser.click("#way-out summary");
    browser.click("#leave");
    browser.awaitText("#preview", "LEAVING");
    browser.click("#make");
    browser.awaitText("#served", "1 day");
    assertThat(browser.text("#step-wait")).contains("Some may go by one until");

    browser.click("#stop");
    browser.awaitText("#preview", "OLDER_IN_FORCE");
    browser.click("#confirm");
    browser.click("#make");
    browser.awaitText("#messages", "No policy is served any more.");
    assertThat(browser.all("#served")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void asksBeforeAMailHostIsLockedOut() throws Exception {
    browser.click("#mode-enforce");
    browser.type("#mx", "other." + NAME);
    browser.click("#show-preview");
    browser.awaitText("#preview", "MX_LOCKED_OUT");

    browser.click("#make");
    assertThat(hosted()).as("the browser wants the confirmation").isFalse();
    browser.evaluate("(document.querySelector('#confirm').required = false, 1)");
    browser.click("#make");
    browser.awaitText("#messages", "Nothing was changed");
    assertThat(hosted()).as("so does Farol").isFalse();

    browser.click("#confirm");
    browser.click("#make");
    browser.awaitText("#served", "other." + NAME);
  }

  @Test
  void showsWhateverIsEnteredAsText() {
    String markup = "<script>alert(1)</script>\"'</textarea><img src=x onerror=alert(2)>#{1+1}";
    browser.open(
        PAGE + "&mode=testing&age=other&seconds=" + encoded(markup) + "&mx=" + encoded(markup));

    browser.awaitText("#preview", "INVALID_MX");
    assertThat(browser.text("#preview")).contains("<script>");
    assertThat(browser.find("#mx").getDomProperty("value")).isEqualTo(markup);
    assertThat(browser.find("#seconds").getDomProperty("value")).startsWith("<script>");
    assertThat(browser.all("img[src=x], [onerror], #make")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void offersNothingBeforeTheDomainIsProven() throws Exception {
    try (TestDomain claimed = new TestDomain(farol, "policy-claimed.com").add()) {
      browser.open(
          "/domain-hosting?name=" + claimed.name() + "&mode=testing&mx=a.example&age=86400");

      assertThat(browser.text("#hosting-unproven")).contains("No policy can be served yet");
      assertThat(browser.all("#draft, #preview, #make")).isEmpty();
    }
  }

  private void make(String mode, String preview) {
    browser.click(mode);
    browser.click("#show-preview");
    browser.awaitText("#preview", preview);
    browser.click("#make");
  }

  private void look() throws Exception {
    client.post("/api/v1/domains/" + NAME + "/recheck", "");
    client.runJob("dns-recheck");
  }

  private boolean hosted() throws Exception {
    return client.get("/api/v1/domains/" + NAME + "/mta-sts").body().path("hosted").asBoolean();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import farol.launcher.Ports;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People for whom a provider vouches, whose groups make them operators and auditors. */
class OpenIdConnectIT {
  @AutoClose private static Provider provider;
  @AutoClose private static RunningFarol farol;

  @BeforeAll
  static void start() throws Exception {
    String port = String.valueOf(Ports.free());
    provider = Provider.start("https://127.0.0.1:" + port);
    farol =
        RunningFarol.startWithSignIn(
            "openid-connect",
            provider.files(),
            Map.of("FAROL_INTRANET_PORT", port, "OIDC_CLIENT_SECRET", Provider.SECRET));
  }

  @Test
  void somebodyComesBackToThePageThatWasAskedFor() {
    try (Browser browser = Browser.start(farol)) {
      signIn(browser, "lena", "/account");
      browser.awaitText("tr[data-member='lena']", "Owner");
      assertThat(browser.path()).isEqualTo("/account");
      assertThat(browser.all("#nav-operations")).isEmpty();
      browser.open("/profile");
      browser.awaitText("#password-elsewhere", "where your organization manages its people");
      browser.click("#sign-out");
      browser.open("/account");
      browser.find("#sign-in-elsewhere");
      assertThat(browser.complaints())
          .as("of Farol's own pages")
          .noneMatch(complaint -> complaint.startsWith(farol.intranet()));
    }
  }

  @Test
  void aGroupOfTheProviderMakesOperators() {
    try (Browser browser = Browser.start(farol)) {
      signIn(browser, "otis", "/operations");
      browser.click("[data-job='report-rollup'] .start");
      browser.awaitText("#messages", "of report-rollup has been started");
      browser.open("/users");
      browser.awaitText("tr[data-user='otis']", "Signs in at your organization");
      assertThat(browser.all("tr[data-user='otis'] .button")).isEmpty();
      assertThat(browser.all("#users-external")).isEmpty();
    }
  }

  @Test
  void aGroupOfTheProviderMakesAuditors() {
    try (Browser browser = Browser.start(farol)) {
      signIn(browser, "aude", "/profile");
      assertThat(browser.text("#own-groups")).isEqualTo("Auditor");
    }
  }

  @Test
  void whoeverIsDisabledHereIsOutAtOnceAndStaysOut() throws Exception {
    try (Browser browser = Browser.start(farol)) {
      signIn(browser, "dora", "/domains");
      assertThat(new Client(farol).patch("/api/v1/users/dora", "{\"enabled\":false}").status())
          .isEqualTo(200);
      browser.open("/domains");
      browser.click("#sign-in-elsewhere"); // the provider still knows this browser
      browser.awaitText("#refused-elsewhere", "you may not sign in here");
    }
  }

  @Test
  void aProviderCannotSayThatSomebodyIsAdmin() throws Exception {
    try (Browser browser = Browser.start(farol)) {
      browser.open("/domains");
      browser.click("#sign-in-elsewhere");
      enter(browser, "admin");
      browser.awaitText("#refused-elsewhere", "you may not sign in here");
      browser.open("/domains");
      browser.find("#sign-in-elsewhere");
    }
  }

  @Test
  void aProvidersWordCountsAtOneAddressOnly() {
    try (Browser browser = Browser.start(farol)) {
      browser.open("/domains");
      browser.click("#sign-in-elsewhere");
      enter(browser, "admin"); // whom the provider knows from now on
      browser.awaitText("#refused-elsewhere", "you may not sign in here");
      for (String path :
          new String[] {
            "/profile?x=/sign-in/elsewhere",
            "/users?x=/sign-in/elsewhere",
            "/domains/sign-in/elsewhere"
          }) {
        browser.open(path);
        browser.find("h1");
        assertThat(browser.all("#sign-out")).as(path).isEmpty();
      }
      browser.open("/domains");
      browser.find("#sign-in-elsewhere");
    }
  }

  @Test
  void adminStillSignsInHere() {
    try (Browser browser = Browser.start(farol)) {
      browser.signIn("/operations");
      browser.find("[data-job='report-rollup']");
    }
  }

  private static void signIn(Browser browser, String name, String path) {
    browser.open(path);
    browser.click("#sign-in-elsewhere");
    enter(browser, name);
    browser.find("#sign-out");
  }

  /** What the provider asks for: a name, any password, and whether Farol may know. */
  private static void enter(Browser browser, String name) {
    browser.type("input[name=login]", name);
    browser.type("input[name=password]", "nobody checks it");
    browser.click("button[type=submit]");
    browser.find("input[name=prompt][value=consent] ~ *");
    browser.click("button[type=submit]");
  }
}

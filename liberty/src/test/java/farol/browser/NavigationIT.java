package farol.browser;

import static farol.browser.FilledPortal.REPORTED;
import static farol.browser.FilledPortal.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.RunningFarol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages are at home in a browser: back, forward, reload, pasted addresses, tabs, ended sessions.
 */
class NavigationIT {
  @AutoClose private static FilledPortal portal;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void signIn() throws Exception {
    portal = FilledPortal.fill();
    browser = portal.signIn();
    browser.resize(Look.DESK);
    browser.prefer("en", "light");
  }

  @BeforeEach
  void beSignedIn() {
    browser.open("/");
    if (browser.all("#sign-out").isEmpty()) {
      browser.signIn("/");
    }
    var unused = browser.complaints(); // of the test before
  }

  /** What tells a page from any other: its address, its title, its heading, and what is chosen. */
  private record Sight(String path, Object title, Object heading, Object chosen) {
    static Sight now() {
      browser.find("h1");
      return new Sight(
          browser.path(),
          browser.evaluate("document.title"),
          browser.evaluate("document.querySelector('h1').textContent"),
          browser.evaluate(
              "[...document.querySelectorAll('[aria-current=true], [aria-current=page], .filter')]"
                  + ".map(one => one.textContent.trim())"));
    }
  }

  @Test
  void backForwardReloadAndPasteShowEveryPageAgain() throws Exception {
    browser.open("/account");
    Sight before = Sight.now();
    for (String page : portal.pages()) {
      browser.open(page);
      Sight there = Sight.now();
      assertThat(there.path).isEqualTo(page.replace(" ", "+"));
      browser.reload();
      assertThat(Sight.now()).as("reload of " + page).isEqualTo(there);
      browser.back();
      assertThat(Sight.now()).as("back from " + page).isEqualTo(before);
      browser.forward();
      assertThat(Sight.now()).as("forward to " + page).isEqualTo(there);
      String tab = browser.openInTab(page);
      assertThat(Sight.now()).as(page + " pasted").isEqualTo(there);
      browser.closeTab(tab);
      assertThat(Sight.now()).as("tab beside " + page).isEqualTo(there);
      before = there;
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/, '#days-7, #show-failures, #days-90'",
    "/domain?name="
        + REPORTED
        + ", '#days-14, #show-failures, #by-type tbody a, #by-mx, #only-type a'",
    "/failures, '#by-reporter, #failures tbody a, #by-type, #only-reporter a, #days-7'",
    "/domains?find=pages-, '#sort-name, #sort-added, #unfilter'",
    "/domain-reports?name=" + REPORTED + ", '#days-7, #sort-failed, #days-90, #reports tbody a'",
    "/domain-published?name=" + REPORTED + ", '#topic-tls-rpt, #topic-all'",
    "/tools, '#tool-record-check'"
  })
  void eachChoiceCanBeTakenBackAndShared(String page, String clicks) {
    browser.open(page);
    List<String> choices = List.of(clicks.split(", ", -1));
    List<Sight> sights = new ArrayList<>(List.of(Sight.now()));
    for (String choice : choices) {
      browser.click(choice);
      browser.await("document.readyState === 'complete'");
      Sight there = Sight.now();
      assertThat(there.path).as(choice).isNotEqualTo(sights.get(sights.size() - 1).path);
      String tab = browser.openInTab(there.path);
      assertThat(Sight.now()).as(choice + ", pasted").isEqualTo(there);
      browser.closeTab(tab);
      sights.add(there);
    }
    for (int i = sights.size() - 2; i >= 0; i--) {
      browser.back();
      assertThat(Sight.now()).as("back to " + i).isEqualTo(sights.get(i));
    }
    for (int i = 1; i < sights.size(); i++) {
      browser.forward();
      assertThat(Sight.now()).as("forward to " + i).isEqualTo(sights.get(i));
    }
    browser.reload();
    assertThat(Sight.now()).isEqualTo(sights.get(sights.size() - 1));
  }

  @Test
  void previewOfAPolicyIsAnAddress() {
    browser.open("/domain-hosting?name=" + REPORTED);
    browser.click("#mode-none");
    browser.click("#show-preview");
    String preview = browser.text("#preview-text");
    browser.back();
    browser.find("#served");
    assertThat(browser.all("#preview")).isEmpty();
    browser.forward();
    browser.awaitText("#preview-text", preview);
    browser.reload();
    browser.awaitText("#preview-text", preview);
  }

  @Test
  void reloadAfterAnActionDoesNotDoItAgain() {
    browser.open("/domain-settings?name=" + REPORTED);
    browser.click("#verify");
    browser.awaitText("#messages li", "Looked up:");
    String path = browser.path();
    assertThat(path).isEqualTo("/domain-settings?name=" + REPORTED);
    browser.reload();
    assertThat(browser.path()).isEqualTo(path);
    browser.find("h1");
    assertThat(browser.all("#messages li")).isEmpty();
    browser.back();
    browser.find("h1");
  }

  @Test
  void tabsActOnTheirOwnDomain() {
    browser.open("/domain-settings?name=" + REPORTED);
    String other = browser.openInTab("/domain-settings?name=" + WAITING);
    String second = browser.switchTo(other);
    browser.click("#verify");
    browser.awaitText("#messages", "Looked up:");
    browser.awaitText("h1", REPORTED);
    assertThat(browser.path()).isEqualTo("/domain-settings?name=" + REPORTED);
    browser.switchTo(second);
    browser.click("#verify");
    browser.awaitText("#messages", "Looked up:");
    browser.awaitText("h1", WAITING);
    assertThat(browser.path()).isEqualTo("/domain-settings?name=" + WAITING);
    browser.closeTab(other);
  }

  @Test
  void tabThatWaitsForLongStillWorks() {
    browser.open("/domain-settings?name=" + REPORTED);
    String waits = browser.openInTab("/");
    for (int i = 0; i < 60; i++) {
      browser.open("/domain-settings?name=" + WAITING);
    }
    browser.closeTab(waits);
    browser.click("#verify");
    browser.awaitText("#messages", "Looked up:");
    browser.awaitText("h1", REPORTED);
    assertThat(browser.path()).isEqualTo("/domain-settings?name=" + REPORTED);
  }

  @Test
  void choiceInOneTabLeavesTheOtherAsItIs() {
    browser.open("/failures?by=mx&days=7");
    Sight before = Sight.now();
    String first = browser.openInTab("/failures?by=reporter&days=90");
    browser.click("#by-day");
    browser.find("#by-day[aria-current=true]");
    browser.closeTab(first);
    assertThat(Sight.now()).isEqualTo(before);
    browser.reload();
    assertThat(Sight.now()).isEqualTo(before);
  }

  @Test
  void endedSessionLeadsToSignInAndBackToEveryPage() throws Exception {
    for (String page : portal.pages()) {
      if (page.startsWith("/sign-in") || page.startsWith("/tools")) {
        continue; // open to all
      }
      browser.open(page);
      Sight there = Sight.now();
      browser.setCookies(Set.of());
      browser.reload();
      signInAgain();
      assertThat(browser.path()).as("after sign-in").isEqualTo(page);
      browser.prefer("en", "light"); // went with the cookies; may put parameters in another order
      browser.open(page);
      assertThat(Sight.now()).isEqualTo(there);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/domain-settings?name=" + REPORTED + " #verify",
        "/domain-hosting?name=" + REPORTED + " #look-now",
        "/domain-refused?name=" + REPORTED + " .read",
        "/domain?name=" + WAITING + " #check-now"
      })
  void buttonOfAnEndedSessionLeadsBackToItsPage(String pageAndButton) {
    int space = pageAndButton.indexOf(' ');
    String page = pageAndButton.substring(0, space);
    browser.open(page);
    browser.find(pageAndButton.substring(space + 1));
    browser.setCookies(Set.of());
    browser.click(pageAndButton.substring(space + 1));
    signInAgain();
    assertThat(browser.path()).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/domains", "/domain", "/failures", "/tools", "/sign-in", "/no-page"})
  void queryThatCannotBeDecodedIsTold(String page) {
    browser.open(page + "?name=%zz&days=%");
    browser.find("#error-not-found");
    assertThat(browser.complaints())
        .singleElement()
        .satisfies(complaint -> assertThat(complaint).contains("status of 400 "));
    browser.click("#home");
    browser.find("#verdict");
  }

  private static void signInAgain() {
    browser.find("#password");
    browser.submitSignIn("admin", RunningFarol.PASSWORD);
    browser.find("#sign-out");
  }
}

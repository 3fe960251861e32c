package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.RunningFarol;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

/** Who gets in, where to, and out again. */
class SignInIT {
  @AutoClose private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start(RunningFarol.shared());
  }

  @BeforeEach
  void forget() {
    browser.open("/sign-in");
    browser.setCookies(Set.of());
  }

  @Test
  void wrongPasswordAndUnknownUserGetTheSameMessage() {
    browser.open("/");
    browser.submitSignIn("admin", "wrong-password-1");
    String refused = browser.text("#sign-in-refused");
    assertThat(refused).contains("Check user name and password");
    assertThat(browser.path()).startsWith("/sign-in");
    assertThat(browser.all("#sign-out")).isEmpty();

    browser.open("/");
    browser.submitSignIn("nobody", RunningFarol.PASSWORD);
    assertThat(browser.text("#sign-in-refused")).isEqualTo(refused);
  }

  @Test
  void signInLeadsToThePageThatWasAskedFor() {
    browser.signIn("/failures?days=30&by=mx");
    assertThat(browser.path()).isEqualTo("/failures?days=30&by=mx");
    assertThat(browser.find("#by-mx").getDomAttribute("aria-current")).isEqualTo("true");
  }

  @Test
  void wrongPasswordFirstStillLeadsThere() {
    browser.open("/domains");
    browser.submitSignIn("admin", "wrong-password-1");
    browser.awaitText("#sign-in-refused", "Check user name and password");
    browser.submitSignIn("admin", RunningFarol.PASSWORD);
    browser.find("#add-domain");
    assertThat(browser.path()).isEqualTo("/domains");
  }

  @Test
  void signedOutBrowserShowsNothingMore() {
    browser.signIn("/");
    browser.find("#verdict");
    browser.click("#sign-out");
    browser.find("#password");

    browser.back();
    browser.find("#password");
    assertThat(browser.all("#verdict")).isEmpty();
    browser.open("/");
    browser.find("#password");
  }

  @Test
  void cookiesOfASessionAreWorthNothingAfterSignOut() {
    browser.signIn("/");
    Set<Cookie> kept = browser.cookies();
    assertThat(kept).extracting(Cookie::getName).contains("FarolSignIn", "FarolSession");
    browser.click("#sign-out");
    browser.find("#password");

    browser.setCookies(kept);
    browser.open("/");
    browser.find("#password");
    assertThat(browser.all("#verdict")).isEmpty();
  }

  @Test
  void tokenAloneLetsNobodyInAfterSignOut() {
    browser.signIn("/");
    Set<Cookie> token =
        browser.cookies().stream()
            .filter(cookie -> cookie.getName().equals("FarolSignIn"))
            .collect(Collectors.toSet());
    browser.click("#sign-out");
    browser.find("#password");

    browser.setCookies(token);
    browser.open("/tools"); // where a session begins for anybody
    browser.find("h1");
    assertThat(browser.all("#sign-out")).isEmpty();
    browser.setCookies(token);
    browser.open("/");
    browser.find("#password");
  }

  @Test
  void tokenOfAnEndedSessionLeadsToSignInAndBack() {
    browser.signIn("/domains");
    browser.setCookies(
        browser.cookies().stream()
            .filter(cookie -> cookie.getName().equals("FarolSignIn"))
            .collect(Collectors.toSet()));
    browser.open("/?days=90");
    browser.submitSignIn("admin", RunningFarol.PASSWORD);
    browser.find("#verdict");
    assertThat(browser.path()).isEqualTo("/?days=90");
  }
}

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages for people who see little, hear them read out, or have no mouse: WCAG 2.2, level AA. */
class AccessibilityIT {
  @AutoClose private static FilledPortal portal;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void signIn() throws Exception {
    portal = FilledPortal.fill();
    browser = portal.signIn();
  }

  @ParameterizedTest
  @MethodSource("farol.browser.Look#inTurn")
  void nothingIsWrongWithAnyPage(Look look) throws Exception {
    List<String> violations = new ArrayList<>();
    for (String page : portal.pages()) {
      browser.show(look, page);
      Axe.violations(browser).forEach(violation -> violations.add(page + " " + violation));
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void nothingIsWrongWithDialogs() throws IOException {
    browser.show(new Look(Language.ENGLISH, "light", Look.DESK), "/domains");
    browser.click("#add-domain");
    browser.click("#add\\:submit"); // with a message of what is missing
    browser.find(".ui-message-error");
    assertThat(Axe.violations(browser)).isEmpty();

    browser.open("/domain-settings?name=" + FilledPortal.REPORTED);
    browser.click("#delete");
    browser.find(".ui-confirm-dialog");
    assertThat(Axe.violations(browser)).isEmpty();
  }

  @Test
  void nothingIsWrongWithErrorPages() throws IOException {
    browser.resize(Look.TELEPHONE);
    browser.open("/nothing-here");
    browser.find("#error-not-found");
    assertThat(Axe.violations(browser)).isEmpty();
  }
}

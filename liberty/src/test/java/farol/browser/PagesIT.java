package farol.browser;

import static farol.browser.FilledPortal.REPORTED;
import static farol.browser.FilledPortal.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in both languages and themes, on a desk and on a telephone. */
class PagesIT {
  /** Whether anything is drawn on the chart. */
  private static final String PAINTED =
      "(canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)"
          + ".data.some(part => part !== 0))(document.querySelector('#sessions-chart canvas'))";

  /** Whether the page's ground is nearer to black than to white. */
  private static final String DARK =
      "getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3)"
          + ".reduce((sum, part) => sum + Number(part), 0) < 384";

  /** What a page says in its own language, without what it marks as being in another one. */
  static final String TEXTS =
      "(page => { page.querySelectorAll('[lang]').forEach(other => other.remove());"
          + " return page.textContent; })(document.body.cloneNode(true))";

  @AutoClose private static FilledPortal portal;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void signIn() throws Exception {
    portal = FilledPortal.fill();
    browser = portal.signIn();
  }

  @ParameterizedTest
  @MethodSource("farol.browser.Look#all")
  void dashboardSaysWhatIsBroken(Look look) {
    browser.show(look, "/");

    assertThat(browser.text("#verdict"))
        .contains(look.language() == Language.ENGLISH ? "1 open problem." : "1 problema em aberto.")
        .contains(
            look.language() == Language.ENGLISH
                ? "One stops mail now."
                : "Um deles impede a entrega agora.");
    assertThat(browser.text("#card-success")).contains(look.language().text("card.success"));
    assertThat(browser.text("#open-problems [data-cause]"))
        .contains(REPORTED)
        .contains(look.language().text("consequence.refused"))
        .contains(look.language().text("cause.certificate-expired.title"));
    assertThat(browser.text("#domain-matrix tr[data-domain='" + WAITING + "']"))
        .contains(look.language().text("matrix.none-yet"));
    assertThat(browser.text("#heartbeat")).contains("Example Sender");
    browser.find("#sessions-chart canvas");
    assertThat(browser.evaluate(PAINTED)).as("chart is drawn").isEqualTo(true);
  }

  @ParameterizedTest
  @MethodSource("farol.browser.Look#all")
  void pageFitsAndSpeaksOneLanguage(Look look) throws Exception {
    for (String page : portal.pages()) {
      browser.show(look, page);

      assertThat(browser.evaluate("innerWidth")).as(page).isEqualTo((long) look.width());
      assertThat((long) browser.evaluate("document.documentElement.scrollWidth"))
          .as("width of " + page)
          .isLessThanOrEqualTo(look.width());
      assertThat(browser.evaluate("document.documentElement.lang"))
          .as("language of " + page)
          .isEqualTo(look.language().tag());
      assertThat((String) browser.evaluate(TEXTS))
          .as("texts of " + page)
          .doesNotContain("???")
          .doesNotContain(look.language().foreignSentences());
      assertThat((boolean) browser.evaluate(DARK)).as(page).isEqualTo(look.theme().equals("dark"));
      assertThat(browser.complaints()).as("console of " + page).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/domain?name=" + REPORTED + "&show=failures&days=30",
        "/domain-reports?name=" + REPORTED + "&days=30",
        "/domain-failures?name=" + REPORTED + "&cause=certificate-expired&mx=-&by=mx",
        "/failures?from=2026-01-01&to=2026-01-31&by=day",
        "/domain-hosting?mode=none&name=" + REPORTED + "&age=86400",
        "/domain-mail?name=" + REPORTED,
        "/domain-published?name=" + REPORTED + "&page=2&kind=certificates",
        "/operations",
        "/tools",
        "/tools/report",
        "/tools/record-check?domain=example.com",
        "/tools/record-syntax?record=v%3DTLSRPTv1",
        "/tools/record?domain=example.com&rua=tls%40example.com"
      })
  void choiceOfLanguageStaysOnThePage(String page) {
    browser.open(page);

    browser.prefer("pt", "light");
    browser.prefer("en", "light");

    assertThat(browser.path()).isEqualTo(page);
  }

  @Test
  void timesAreToldInTheZoneThatIsChosen() {
    try (Browser traveller = portal.signIn()) {
      traveller.travelTo("America/Sao_Paulo");
      traveller.open("/profile");
      assertThat(traveller.evaluate("document.getElementById('zone').value")).isEqualTo("UTC");
      assertThat(traveller.evaluate("document.getElementById('zone').options[0].value"))
          .as("where the browser is")
          .isEqualTo("America/Sao_Paulo");
      assertTimes(traveller, "UTC", "GMT-3");

      chooseZone(traveller, "Asia/Kolkata");
      traveller.find("#zone option[value='Asia/Kolkata']:checked");
      traveller.awaitText(".bottom", "times in Asia/Kolkata, UTC on hover");
      assertTimes(traveller, "GMT+5:30", "UTC");

      chooseZone(traveller, "UTC");
      assertTimes(traveller, "UTC", "GMT-3");
      assertThat(traveller.complaints()).isEmpty();
    }
  }

  private static void chooseZone(Browser browser, String zone) {
    browser.open("/profile");
    browser.click("#zone option[value='" + zone + "']");
    browser.click("#choose-zone");
    browser.awaitText("#messages", "Times are now told in " + zone + ".");
  }

  /** Holds all times of a page to the zone that they name, and to that of their hover. */
  private static void assertTimes(Browser browser, String zone, String onHover) {
    browser.open("/domain-reports?days=90&name=" + REPORTED);
    browser.find("#reports time.instant");
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('time.instant')].map(time =>"
                    + " [time.textContent, time.title].map(text => text.split(' ').pop()).join())"
                    + ".filter((names, index, all) => all.indexOf(names) === index)"))
        .isEqualTo(List.of(zone + "," + onHover));
  }
}

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.RunningFarol;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A domain and some days in print, beside the pages that say the same. */
class DomainPrintIT {
  @AutoClose private static FilledPortal portal;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void signIn() throws Exception {
    portal = FilledPortal.fill();
    browser = portal.signIn();
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatThePagesSay(Language language) throws IOException {
    browser.show(
        new Look(language, "light", Look.DESK), "/domain?days=14&name=" + FilledPortal.REPORTED);
    String print =
        Prints.textOf(browser, (String) browser.evaluate("document.getElementById('print').href"));

    assertThat(print)
        .contains(FilledPortal.REPORTED, language.text("dashboard.sessions"))
        .contains(browser.text("#sessions-summary"))
        .contains(texts("#by-reporter td, #by-reporter th[scope=row]"))
        .contains(texts("#open-problems .problem > .muted").get(0).replaceFirst("\\.[^.]*$", "."));
    browser.open("/domain-failures?days=14&name=" + FilledPortal.REPORTED);
    assertThat(print)
        .contains(browser.text("#failures-sentence"))
        .contains(texts("#failures .failure-group > .name, #failures .advice > p:has(strong)"));
    browser.open("/domain-published?name=" + FilledPortal.REPORTED);
    assertThat(print)
        .contains(texts("#tls-rpt > pre, #mta-sts > pre, .finding strong"))
        .contains(browser.text("#looked"));
    browser.open("/domain-mail?name=" + FilledPortal.REPORTED);
    assertThat(print)
        .contains(texts(".mail-host-name code, .server-head code, .server-head .badge"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void coversTheDaysThatThePageCovers() throws IOException {
    String week =
        Prints.textOf(browser, "/export/domain-report.pdf?days=7&name=" + FilledPortal.REPORTED);
    String quarter =
        Prints.textOf(browser, "/export/domain-report.pdf?days=90&name=" + FilledPortal.REPORTED);

    assertThat(week).contains("7 days").doesNotContain("90 days");
    assertThat(quarter).contains("90 days");
  }

  @Test
  void fileHasTheNameOfTheDomainHoweverThatIsWritten() {
    String written = FilledPortal.REPORTED.toUpperCase(Locale.ROOT) + ".";
    assertThat(
            browser.evaluate(
                "fetch('/export/domain-report.pdf?name="
                    + written
                    + "').then(answer => answer.headers.get('Content-Disposition'))"))
        .isEqualTo("attachment; filename=\"" + FilledPortal.REPORTED + ".pdf\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?name=" + FilledPortal.WAITING,
        "?name=of-others.example",
        "?name=%3Cscript%3E"
      })
  void whatIsNotThisAccountsOrNotProvenIsNotThere(String query) {
    assertThat(
            browser.evaluate(
                "fetch('/export/domain-report.pdf" + query + "').then(answer => answer.status)"))
        .isEqualTo(404L);
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
  }

  @Test
  void nobodyTakesItAwayWithoutASignIn() throws Exception {
    try (Browser stranger = Browser.start(RunningFarol.shared())) {
      stranger.open("/export/domain-report.pdf?name=" + FilledPortal.REPORTED);
      stranger.find("#password");
    }
  }

  private static List<String> texts(String selector) {
    return browser.all(selector).stream()
        .map(element -> element.getText().replaceAll("\\s+", " ").strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }
}

package farol.browser;

import static farol.browser.FilledPortal.REPORTED;
import static farol.browser.FilledPortal.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Long lists: what is asked for is found, in the order that is asked for, and goes into files. */
class SearchIT {
  @AutoClose private static FilledPortal portal;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void signIn() throws Exception {
    portal = FilledPortal.fill();
    browser = portal.signIn();
    browser.prefer("en", "light");
  }

  @Test
  void domainsAreFoundByNameAndByWhatIsWrongWithThem() {
    browser.open("/domains");
    browser.type("#filter-find", "PAGES-");
    browser.press(Keys.ENTER);
    browser.find("#unfilter");
    assertThat(domains()).containsExactly(REPORTED, WAITING);

    browser.click("#filter-show option[value=pending]");
    browser.click("#domain-filter button");
    browser.find("#filter-show option[value=pending][selected]");
    assertThat(domains()).containsExactly(WAITING);
    assertThat(browser.path()).isEqualTo("/domains?sort=&find=PAGES-&show=pending");

    browser.open("/domains?find=pages-&show=problems");
    assertThat(domains()).containsExactly(REPORTED);

    browser.open("/domains?find=there-is-none");
    browser.awaitText("main", "No such domain");
    browser.click("#unfilter");
    browser.find("#domain-list");
    assertThat(browser.path()).isEqualTo("/domains");
  }

  @Test
  void headsOfTheListOrderIt() {
    browser.open("/domains?find=pages-");
    browser.click("#sort-name");
    browser.find("[aria-sort=descending] #sort-name");
    assertThat(domains()).containsExactly(WAITING, REPORTED);

    browser.click("#sort-added");
    browser.find("[aria-sort=descending] #sort-added");
    assertThat(domains()).containsExactly(REPORTED, WAITING); // which was added first
    browser.click("#sort-added");
    browser.find("[aria-sort=ascending] #sort-added");
    assertThat(domains()).containsExactly(WAITING, REPORTED);
    assertThat(browser.path()).isEqualTo("/domains?find=pages-&sort=-added");
  }

  @Test
  void reportsAreFoundByReporterAndFailuresAndSoAreTheirFiles() {
    browser.open("/domain-reports?name=" + REPORTED + "&days=7");
    browser.type("#filter-reporter", "nobody");
    browser.click("#report-filter button");
    browser.awaitText("main", "No such report in these days");
    assertThat(browser.path()).contains("name=" + REPORTED, "days=7", "reporter=nobody");
    browser.click("#unfilter");
    browser.find("#reports");

    browser.click("#sort-failed");
    browser.find("[aria-sort=descending] #sort-failed");
    browser.click("#days-14");
    browser.find("#days-14[aria-current=true]");
    assertThat(browser.all("[aria-sort=descending] #sort-failed")).hasSize(1);

    browser.click("#filter-show option[value=failures]");
    browser.click("#report-filter button");
    browser.find("#filter-show option[value=failures][selected]");
    assertThat(browser.all("#reports tbody tr")).hasSize(1);
    String file = String.valueOf(browser.find("#reports-csv").getDomAttribute("href"));
    assertThat(file).contains("show=failures", "days=14");
    assertThat(rows(file)).isEqualTo(2);
    assertThat(rows(file + "&reporter=nobody")).isEqualTo(1);
    assertThat(browser.complaints()).isEmpty();
  }

  private static List<String> domains() {
    return browser.all("#domain-list tbody tr").stream()
        .map((WebElement row) -> row.getDomAttribute("data-domain"))
        .toList();
  }

  private static long rows(String file) {
    return browser
        .evaluate("fetch('" + file + "').then(answer => answer.text())")
        .toString()
        .lines()
        .count();
  }
}

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Batch jobs and the spool in the hands of an operator. */
class OperationsIT {
  private static final String JOB = "[data-job='report-rollup']";
  private static final Pattern STARTED = Pattern.compile("Run (\\d+) of report-rollup has been");

  @Test
  void jobStartedByItsButtonIsSeenToItsEnd() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    try (Browser browser = Browser.start(farol);
        TestDomain domain = new TestDomain(farol, "operations.com")) {
      domain.add().prove();
      browser.signIn("/operations");
      browser.click(JOB + " .start");
      long empty = numberOfStarted(browser);
      domain.send(domain.report());

      browser.click(JOB + " .start");
      long run = numberOfStartedAfter(browser, empty);

      browser.reloadUntil(JOB + " tr[data-run='" + run + "'] .badge", "Completed");
      // The timer may have been faster; then it is its run that did the work.
      assertThat(
              browser.all(JOB + " tr[data-run]").stream()
                  .filter(row -> numberOf(row) > empty)
                  .mapToLong(row -> number(row, "Done"))
                  .sum())
          .isPositive();
      WebElement row = browser.find(JOB + " tr[data-run='" + run + "']");
      assertThat(row.getText()).contains("UTC");
      assertThat(number(row, "Left out")).isZero();
      assertThat(row.findElements(By.cssSelector(".stop, .restart"))).isEmpty();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void spoolShowsThatNothingIsUp() throws Exception {
    try (Browser browser = Browser.start(RunningFarol.shared())) {
      browser.signIn("/operations");

      assertThat(browser.find("#spool").getText()).contains("Not in use", "Set aside\nNone");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static long numberOfStarted(Browser browser) {
    Matcher message = STARTED.matcher(browser.awaitText("#messages", "of report-rollup"));
    assertThat(message.find()).isTrue();
    return Long.parseLong(message.group(1));
  }

  /** The message of the first start is there until the page has the next. */
  private static long numberOfStartedAfter(Browser browser, long earlier) throws Exception {
    return Client.await(() -> numberOfStarted(browser), number -> number > earlier);
  }

  private static long numberOf(WebElement row) {
    return Long.parseLong(Optional.ofNullable(row.getDomAttribute("data-run")).orElseThrow());
  }

  private static long number(WebElement row, String column) {
    return Long.parseLong(
        row.findElement(By.cssSelector("[data-label='" + column + "']")).getText());
  }
}

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.intake.mailbox.SampleMails;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Batch jobs, mailboxes and the spool in the hands of an operator. */
class OperationsIT {
  private static final String JOB = "[data-job='report-rollup']";
  private static final String DROPPED = "[data-mailbox='dropped']";
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

  @Test
  void mailboxesShowHowTheyFareAndWhatWasSetAside() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    try (Browser browser = Browser.start(farol);
        TestDomain domain = new TestDomain(farol, "mailed.com")) {
      domain.add().prove();
      drop("good.eml", SampleMails.report("mailed.com", "mailed-1"));
      drop("bad.eml", SampleMails.poisoned("mailed.com", "cut"));
      drop("letter.eml", SampleMails.letter("not for Farol"));
      browser.signIn("/operations");

      Client client = new Client(farol);
      Client.await(
          () -> {
            client.runJob("mailbox-intake");
            return Files.exists(RunningFarol.dropFolder().resolve("refused/bad.eml"));
          },
          isRefused -> isRefused);
      browser.open("/operations");

      assertThat(browser.find(DROPPED).getText()).contains("Read to its end", "drop:");
      browser.click(DROPPED + " summary");
      assertThat(browser.find(DROPPED + " [data-mail='bad.eml']").getText())
          .contains("BAD_JSON", "UTC");
      assertThat(browser.find("[data-mailbox='away']").getText())
          .contains("Not reachable", "See whether the server runs", "127.0.0.1");
      assertThat(RunningFarol.dropFolder().resolve("taken/good.eml")).exists();
      assertThat(RunningFarol.dropFolder().resolve("letter.eml")).exists();
      assertThat(browser.complaints()).isEmpty();
      Files.delete(RunningFarol.dropFolder().resolve("letter.eml"));
    }
  }

  private static void drop(String name, String mail) throws IOException {
    Files.writeString(RunningFarol.dropFolder().resolve(name), mail);
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

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** Somebody who is not signed in has a report and wants to know what it says. */
class ReportToolIT {
  private static final Path FILES = Path.of(System.getProperty("farol.reports")).resolve("..");
  private static final Path FAILURE =
      FILES.resolve("mails/isseis__tlsrpt-digest/tlsrpt_failure.eml");
  private static final Path RFC = FILES.resolve("mails/stalwartlabs__mail-auth/rpt01.eml");
  private static final String MARKUP =
      "</textarea><script>alert(1)</script>\"'></pre><img src=x onerror=alert(2)>#{1+1}${1+1}&lt;";

  @AutoClose private static Browser browser;
  @AutoClose private static TestDomain domain;

  @BeforeAll
  static void start() throws Exception {
    domain = new TestDomain(RunningFarol.shared(), "report-tool.com").add();
    browser = Browser.start(RunningFarol.shared());
  }

  @BeforeEach
  void forget() {
    browser.open("/sign-in");
    browser.setCookies(Set.of());
    browser.resize(1440);
  }

  @Test
  void strangerFindsTheToolAndReadsAMail() {
    browser.open("/sign-in");
    browser.click("#open-tools");
    browser.click("#tool-report");
    assertThat(browser.path()).isEqualTo("/tools/report");

    browser.choose("#file", FAILURE);

    browser.awaitText("#result", "Sessions failed");
    assertThat(browser.text("#result-head"))
        .contains("Report of Google Inc.", "example.com", "Sun, 8 Feb 2026");
    assertThat(browser.text("#result-mail")).contains("noreply-smtp-tls-reporting@google.com");
    assertThat(browser.text("#result-warnings")).contains("MAIL_WINDOW");
    assertThat(browser.text("#totals")).contains("4,523");
    assertThat(browser.text("#policy-1-failure-1")).contains("Why:", "Make sure:", "Fix:");
    assertThat(browser.focused()).as("result is read out first").isEqualTo("#result");
    browser.click("#result-raw summary");
    browser.awaitText("#result-raw pre", "\"organization-name\" : \"Google Inc.\"");
    assertThat(browser.path()).isEqualTo("/tools/report");
    assertThat(browser.all("#sign-out, #nav-domains, #nav-dashboard")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void pastedReportIsRead() throws Exception {
    browser.open("/tools/report");
    paste(domain.report().toString());

    browser.awaitText("#result", "mail was not delivered");
    assertThat(browser.text("#policy-1-failure-1"))
        .contains("Certificate has expired", "2 failed sessions at mx1.report-tool.com");
    assertThat(browser.find("#report-text").getDomProperty("value")).isEmpty();
  }

  @Test
  void droppedFileIsRead() {
    browser.open("/tools/report");
    drop("{\"organization-name\":", 1);

    browser.awaitText("#refusal", "BAD_JSON");
    assertThat(browser.focused()).isEqualTo("#refusal");
  }

  @Test
  void fileThatIsTooLargeIsNotSent() {
    browser.open("/tools/report");
    drop("x", (1 << 20) + 1);

    browser.awaitText("#drop-note", "larger than 1 MiB");
    assertThat(browser.all("#refusal, #result")).isEmpty();
  }

  @Test
  void largestFileIsSent() {
    browser.open("/tools/report");
    drop(" ", 1 << 20);

    browser.awaitText("#refusal", "EMPTY_BODY");
  }

  @Test
  void textThatCanNotBeReadStaysToBeCorrected() {
    browser.open("/tools/report");
    paste("{\"organization-name\": " + MARKUP.replace("\"", ""));

    assertThat(browser.awaitText("#refusal", "BAD_JSON")).contains("It is not valid JSON.");
    assertThat(browser.find("#report-text").getDomProperty("value")).contains("</textarea>");
    assertThat(browser.all("img[src=x]")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void keyboardIsEnough() throws Exception {
    browser.open("/tools/report");
    browser.evaluate("document.getElementById('to-tools').focus() || true");
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("#file");
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("#report-text");
    setText(domain.report().toString());
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("#read");
    browser.press(Keys.ENTER);

    browser.awaitText("#result", "Sessions failed");
  }

  @Test
  void whatAReportSaysIsShownAsText() throws Exception {
    ObjectNode report = domain.report();
    report.put("organization-name", MARKUP).put("contact-info", "contact" + MARKUP);
    ObjectNode entry = (ObjectNode) report.path("policies").path(0);
    ((ObjectNode) entry.path("policy")).putArray("policy-string").add("policy" + MARKUP);
    ((ObjectNode) entry.path("failure-details").path(0))
        .put("result-type", "type" + MARKUP)
        .put("receiving-mx-hostname", "host" + MARKUP)
        .put("additional-information", "javascript:alert(3)//" + MARKUP);
    String mail =
        "From: %s\nSubject: %s\nContent-Disposition: x; filename=\"%s\"\n\n%s"
            .formatted(MARKUP, MARKUP, MARKUP.replace("\"", "\\\""), report);

    browser.open("/tools/report");
    paste(mail);

    browser.awaitText("#result-head", "contact" + MARKUP);
    browser.awaitText("#result-mail", MARKUP);
    browser.awaitText(".policy", "policy" + MARKUP);
    browser.awaitText(".failure", "host" + MARKUP);
    assertThat(browser.all("img[src=x], [onerror], a[href^=javascript]")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whoIsSignedInSeesWhereHisDomainIs() throws Exception {
    browser.signIn("/");
    browser.click("#nav-tools");
    browser.click("#tool-report");
    assertThat(browser.find("#nav-tools").getDomAttribute("aria-current")).isEqualTo("page");
    browser.find("#nav-domains");

    paste(domain.report().toString());

    browser.click("#totals .own-page");
    browser.find("#tab-overview");
    assertThat(browser.path()).isEqualTo("/domain?name=report-tool.com");
  }

  @ParameterizedTest
  @MethodSource("farol.browser.Look#all")
  void resultFitsAndSpeaksOneLanguage(Look look) {
    browser.show(look, "/tools/report");
    browser.choose("#file", RFC);

    browser.awaitText("#result", look.language().text("tools.report.verdict.would-be-refused"));
    assertThat((long) browser.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(look.width());
    assertThat((String) browser.evaluate("document.body.textContent"))
        .doesNotContain("???")
        .doesNotContain(look.language().foreignSentences());
    assertThat(browser.complaints()).isEmpty();
  }

  private static void paste(String text) {
    setText(text);
    browser.click("#read");
  }

  private static void setText(String text) {
    browser.find("#report-text");
    browser.evaluate("document.getElementById('report-text').value = " + quoted(text));
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  /** Drops a file beside the field, as a file manager does. */
  private static void drop(String text, int times) {
    browser.find("#drop");
    browser.evaluate(
        """
        (() => {
          const data = new DataTransfer();
          data.items.add(new File([%s.repeat(%d)], "report.json"));
          document.body.dispatchEvent(
            new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
          return true;
        })()"""
            .formatted(quoted(text), times));
  }
}

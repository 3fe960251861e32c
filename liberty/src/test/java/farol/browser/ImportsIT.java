package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import farol.acceptance.Client;
import farol.acceptance.People;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.acceptance.TestImport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Files of old reports, imported by the page: chosen or dropped, watched, cancelled. */
class ImportsIT {
  private static final String NAME = "imports.com";

  @TempDir private static Path folder;
  @AutoClose private static RunningFarol farol;
  private static TestDomain domain;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of("FAROL_LIMIT_IMPORT_BYTES", "100000"));
    domain = new TestDomain(farol, NAME).add().prove();
    browser = Browser.start(farol);
    browser.signIn("/");
    browser.resize(Look.DESK);
    browser.prefer("en", "light");
  }

  @Test
  void filesThatAreChosenAreImportedAndSayWhatWasNotTaken() throws Exception {
    browser.open("/");
    browser.click("#nav-imports");
    browser.choose("#upload-files", zip("chosen.zip"));

    browser.awaitText("#uploads", "chosen.zip");
    browser.awaitText("#uploads", "is here");
    browser.awaitText(row("chosen.zip"), "Done");
    assertThat(cells("chosen.zip")).isEqualTo("2 0 1 1 1");

    browser.click(row("chosen.zip") + " .untaken");
    browser.awaitText("#untaken", "Not taken from chosen.zip");
    browser.awaitText("#untaken-rows", "It is not valid JSON.");
    assertThat(browser.text("#untaken-rows"))
        .contains("chosen.zip!bad.json", "BAD_JSON", "chosen.zip!foreign.json", "no-report.eml");
    assertThat(browser.complaints()).isEmpty();

    browser.open("/domain-reports?came=imported&name=" + NAME);
    browser.awaitText("#reports", "Import");
  }

  @Test
  void droppedFileIsImported() throws Exception {
    browser.open("/imports");
    drop("dropped.json", report("dropped").toString());

    browser.awaitText(row("dropped.json"), "Done");
    assertThat(cells("dropped.json")).isEqualTo("1 0 0 0 0");
  }

  @Test
  void fileThatIsTooLargeIsNotSent() throws Exception {
    browser.open("/imports");
    browser.choose(
        "#upload-files", Files.writeString(folder.resolve("large.json"), "x".repeat(100_001)));

    browser.awaitText("#uploads", "This file is too large.");
    assertThat(browser.all(row("large.json"))).isEmpty();
  }

  @Test
  void anImportCanBeCancelledAndOneThatFailedTriedAgain() throws Exception {
    try (TestImport waits = TestImport.add(farol, "waits.zip", "WAITING", null);
        TestImport failed = TestImport.add(farol, "failed.zip", "FAILED", "the file is cut")) {
      browser.open("/imports");
      browser.awaitText(row(failed), "the file is cut");

      browser.click(row(waits) + " .cancel");
      browser.awaitText("#messages", "The import of waits.zip is cancelled.");
      browser.awaitText(row(waits), "Cancelled");
      browser.click(row(failed) + " .retry");
      browser.awaitText("#messages", "The import of failed.zip goes on.");
      browser.awaitText(row(failed), "Waiting");
    }
  }

  @Test
  void thePageLooksAgainByItself() throws Exception {
    try (TestImport runs = TestImport.add(farol, "runs.zip", "RUNNING", null)) {
      browser.open("/imports");
      assertThat(browser.find(row(runs) + " progress").getDomProperty("value")).isEqualTo("25");
      new Client(farol).post("/api/v1/imports/" + runs.id() + "/cancel", "");

      browser.awaitText(row(runs), "Cancelled");
      browser.await("!document.querySelector('[data-repeat]:not([data-repeat=\"\"])')");
    }
  }

  @Test
  void nothingElseIsCancelledWhenTheListHasChanged() throws Exception {
    try (TestImport first = TestImport.add(farol, "first.zip", "WAITING", null)) {
      browser.open("/imports");
      browser.find(row(first));
      browser.evaluate("(window.lookAgain = () => {}, true)");
      try (TestImport second = TestImport.add(farol, "second.zip", "WAITING", null)) {
        browser.click(row(first) + " .cancel"); // its place is another's by now
        browser.awaitText("#messages", "the list has changed");
        browser.awaitText(row(first), "Waiting");
        browser.awaitText(row(second), "Waiting");
      }
    }
  }

  @Test
  void keyboardIsEnough() {
    browser.open("/imports");
    browser.find("#upload-drop");
    browser.evaluate("(document.getElementById('content').focus(), true)");
    browser.press(Keys.TAB);
    assertThat(browser.focused()).isEqualTo("#upload-files");
  }

  @Test
  void whoOnlyLooksSeesImportsAndAddsNone() throws Exception {
    People.add(farol, "vera");
    new Client(farol).post("/api/v1/members", "{\"user\":\"vera\",\"role\":\"viewer\"}");
    try (TestImport waits = TestImport.add(farol, "waits.zip", "WAITING", null);
        Browser viewer = Browser.start(farol)) {
      viewer.open("/imports");
      viewer.submitSignIn("vera", RunningFarol.PASSWORD);
      viewer.awaitText("main", "waits.zip");
      assertThat(viewer.all("#nav-imports, #upload-files, .cancel, .retry")).isEmpty();
      assertThat(
              viewer.evaluate(
                  "fetch('imports/upload?name=x', {method: 'POST', body: '{}'}).then(a => a.status)"))
          .isEqualTo(403L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void noOtherSiteSendsFiles(String site) throws Exception {
    browser.open("/imports");
    String cookies =
        browser.cookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(farol.intranet() + "/imports/upload?name=stolen"))
            .header("Cookie", cookies)
            .header("Sec-Fetch-Site", site)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .sslContext(Client.trustingAll())
            .build()
            .send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    browser.reload();
    assertThat(browser.text("main")).doesNotContain("stolen");
  }

  /** The server would read all of a form into memory to find a parameter. */
  @Test
  void aFormIsNoFile() throws Exception {
    browser.open("/imports");

    assertThat(
            browser.evaluate(
                "fetch('imports/upload?name=form.json', {method: 'POST',"
                    + " body: new URLSearchParams({a: 'b'})}).then(a => a.status)"))
        .isEqualTo(415L);

    browser.reload();
    assertThat(browser.text("main")).doesNotContain("form.json");
    var unused = browser.complaints();
  }

  @Test
  void focusStaysWhereItIsWhenThePageLooksAgain() throws Exception {
    try (TestImport runs =
        TestImport.add(farol, "runs.zip", "RUNNING", null)
            .refuse("runs.zip#1", "REFUSED", "BAD_JSON", "not JSON")) {
      browser.open("/imports");
      browser.find(row(runs));
      browser.evaluate(
          "(window.before = document.getElementById('import-rows'),"
              + " document.querySelector(\""
              + row(runs)
              + " .untaken\").focus(), true)");

      browser.await("document.getElementById('import-rows') !== window.before");

      browser.await("document.activeElement.id === 'untaken-" + runs.id() + "'");
    }
  }

  @Test
  void anImportOfNobodysIsNotThere() {
    browser.open("/imports?id=999999999");
    browser.find("#error-not-found");
    var unused = browser.complaints();
  }

  @ParameterizedTest
  @MethodSource("farol.browser.Look#all")
  void everythingFitsAndSpeaksOneLanguage(Look look) throws Exception {
    String name = "old-" + "mails".repeat(20) + ".mbox";
    try (TestImport done =
            TestImport.add(farol, name, "DONE", null)
                .refuse(name + "#1", "REFUSED", "BAD_JSON", "not JSON");
        TestImport runs = TestImport.add(farol, name, "RUNNING", null)) {
      browser.show(look, "/imports?id=" + done.id());
      browser.choose("#upload-files", Files.writeString(folder.resolve(name), "From "));

      browser.awaitText("#uploads", look.language().text("imports.upload.done"));
      browser.awaitText(row(runs), look.language().text("imports.state.RUNNING"));
      browser.awaitText("#untaken-rows", look.language().text("imports.verdict.REFUSED"));
      assertThat((long) browser.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(look.width());
      assertThat((String) browser.evaluate(PagesIT.TEXTS))
          .doesNotContain("???")
          .doesNotContain(look.language().foreignSentences());
    } finally {
      browser.show(new Look(Language.ENGLISH, "light", Look.DESK), "/imports");
    }
    assertThat(browser.complaints()).isEmpty();
  }

  private static ObjectNode report(String id) throws IOException {
    return domain.report().put("report-id", id);
  }

  /** Two reports, one that is about somebody else, one that is broken, and a mail of no report. */
  private static Path zip(String name) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(zip, "1.json", report(name + " 1").toString());
      put(zip, "2.json", report(name + " 2").toString());
      put(zip, "foreign.json", report(name + " 3").toString().replace(NAME, "example.net"));
      put(zip, "bad.json", "{\"organization-name\":");
      put(zip, "no-report.eml", "From: a@example.net\r\nSubject: hello\r\n\r\nNo report.\r\n");
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String row(TestImport one) {
    return "tr[data-import='" + one.id() + "']";
  }

  /** By its name, which only one has. */
  private static String row(String name) {
    return "tr[data-import]:has([title='" + name + "'])";
  }

  /** What of it was stored, known, foreign, no report and refused. */
  private static String cells(String name) {
    return browser.all(row(name) + " td.number").stream()
        .map(cell -> cell.getText().strip())
        .limit(5)
        .collect(Collectors.joining(" "));
  }

  /** Drops a file beside the field, as a file manager does. */
  private static void drop(String name, String text) {
    browser.find("#upload-drop");
    browser.evaluate(
        """
        (() => {
          const data = new DataTransfer();
          data.items.add(new File([%s], "%s"));
          document.body.dispatchEvent(
            new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
          return true;
        })()"""
            .formatted(TextNode.valueOf(text), name));
  }
}

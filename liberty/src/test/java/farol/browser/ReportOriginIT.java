package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How reports came and who has signed them: in the list, on their pages, and in what is told. */
class ReportOriginIT {
  private static final String NAME = "origins.com";
  private static final String LIST = "/domain-reports?name=" + NAME;

  @AutoClose private static TestDomain domain;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void receive() throws Exception {
    domain = new TestDomain(RunningFarol.shared(), NAME).add().prove();
    for (String id : new String[] {"posted", "good", "other", "bare", "file"}) {
      domain.send(domain.report().put("report-id", id).put("organization-name", "By " + id));
    }
    domain.came("good", "MAIL", "ALIGNED", "google.com", "reports");
    domain.came("other", "MAIL", "OTHER_SIGNER", "example.net", "reports");
    domain.came("bare", "IMPORT", "UNSIGNED", null, "old.mbox#7");
    domain.came("file", "IMPORT", null, null, "old.zip!1.json");
    domain.rollUp();
    browser = Browser.start(RunningFarol.shared());
    browser.signIn("/");
    browser.resize(Look.DESK);
    browser.prefer("en", "light");
  }

  @Test
  void theListSaysHowEachCame() {
    browser.open(LIST);

    assertThat(row("posted")).contains("Posted (HTTPS)");
    assertThat(row("good")).contains("Mail", "Signed by its reporter");
    assertThat(row("other")).contains("Mail", "Signed by another");
    assertThat(row("bare")).contains("Import", "Not signed");
    assertThat(row("file")).contains("Import").doesNotContain("igned");
  }

  @ParameterizedTest
  @CsvSource({
    "posted, Posted (HTTPS), 1",
    "mail, Mail, 2",
    "imported, Import, 2",
    "unproven, Mail that its reporter has not signed, 2"
  })
  void theListCanBeAskedForSomeOnly(String name, String choice, int reports) {
    browser.open(LIST);
    browser.find("#filter-came").sendKeys(choice);
    browser.click("#report-filter button");
    browser.find("#unfilter");

    assertThat(browser.path()).contains("came=" + name);
    assertThat(browser.all("#reports tbody tr")).hasSize(reports);
    assertThat((String) browser.evaluate("document.getElementById('reports-csv').href"))
        .contains("came=" + name);
    browser.click("#sort-reporter");
    browser.await("document.readyState === 'complete' && location.search.includes('sort=')");
    assertThat(browser.path()).contains("came=" + name);
    assertThat(browser.all("#reports tbody tr")).hasSize(reports);
  }

  @Test
  void theFileHasWhatIsAskedForWithItsOrigins() {
    String csv =
        (String)
            browser.evaluate(
                "fetch('/export/reports.csv?came=unproven&name=%s').then(answer => answer.text())"
                    .formatted(NAME));

    assertThat(csv.lines().skip(1))
        .hasSize(2)
        .anyMatch(line -> line.endsWith(",mail,other_signer,example.net,reports"))
        .anyMatch(line -> line.endsWith(",import,unsigned,,old.mbox#7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good | By mail, from mailbox reports. Signed by google.com, as the report says.",
        "other | By mail, from mailbox reports. Signed by another: example.net.",
        "bare | Imported, from old.mbox#7. Not signed: anybody may have sent it."
      })
  void thePageSaysWhoHasSignedTheReport(String id, String sentence) {
    browser.open(LIST);
    browser.click("#reports a[title='Open report " + id + "']");

    browser.awaitText("#report-proof", sentence);
    assertThat(browser.text("#report-head")).contains("How it came");
  }

  @Test
  void thePageOfWhatHadNoMailSaysOnlyHowItCame() {
    browser.open(LIST);
    browser.click("#reports a[title='Open report posted']");
    browser.awaitText("#report-head", "Posted (HTTPS)");
    assertThat(browser.all("#report-proof")).isEmpty();
    browser.open(LIST);
    browser.click("#reports a[title='Open report file']");
    browser.awaitText("#report-head", "Imported, from old.zip!1.json");
    assertThat(browser.all("#report-proof")).isEmpty();
  }

  @Test
  void theDomainsPageSaysHowMuchNobodyHasProven() throws Exception {
    browser.open("/domain?name=" + NAME);
    browser.awaitText(
        "#unproven",
        "2 of 5 reports of these days came by mail without their reporter’s signature.");
    browser.click("#unproven-reports");

    browser.find("#unfilter");
    assertThat(browser.all("#reports tbody tr")).hasSize(2);
    assertThat(Prints.textOf(browser, "/export/domain-report.pdf?name=" + NAME))
        .contains("2 of 5 reports of these days");
  }

  @Test
  void theApiTellsTheOrigin() throws Exception {
    Client client = new Client(RunningFarol.shared());
    JsonNode all = client.get("/api/v1/domains/" + NAME + "/reports").body().path("items");
    for (JsonNode each : all) {
      JsonNode report = client.get("/api/v1/reports/" + each.path("id").asText()).body();
      assertThat(report.path("report").path("origin")).isEqualTo(each.path("origin"));
      switch (each.path("reportId").asText()) {
        case "posted" ->
            assertThat(each.path("origin").toString()).isEqualTo("{\"way\":\"https\"}");
        case "good" -> {
          assertThat(each.path("origin").path("way").asText()).isEqualTo("mail");
          assertThat(each.path("origin").path("grade").asText()).isEqualTo("aligned");
          assertThat(each.path("origin").path("signer").asText()).isEqualTo("google.com");
          assertThat(each.path("origin").path("keyForReports").asBoolean(true)).isFalse();
          assertThat(each.path("origin").path("source").asText()).isEqualTo("reports");
        }
        default -> assertThat(each.path("origin").path("way").asText()).isIn("mail", "import");
      }
    }
    assertThat(all).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("farol.browser.Look#all")
  void everythingFitsAndSpeaksOneLanguage(Look look) {
    browser.show(look, LIST + "&came=unproven");

    browser.awaitText("#reports", look.language().text("came.proof.UNSIGNED"));
    assertThat((long) browser.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(look.width());
    assertThat((String) browser.evaluate(PagesIT.TEXTS))
        .doesNotContain("???")
        .doesNotContain(look.language().foreignSentences());
    browser.show(new Look(Language.ENGLISH, "light", Look.DESK), LIST);
    assertThat(browser.complaints()).isEmpty();
  }

  private static String row(String id) {
    return (String)
        browser.evaluate(
            "document.querySelector(\"#reports a[title='Open report %s']\").closest('tr').textContent"
                .formatted(id));
  }
}

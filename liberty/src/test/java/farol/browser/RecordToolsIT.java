package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.dns.TestZone;
import farol.wire.Bodies;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Somebody makes records, and sees what others publish; at first without a sign-in. */
class RecordToolsIT {
  private static final String NAME = "record-tools.com";
  private static final Path FILES = Path.of(System.getProperty("farol.reports")).resolve("..");
  private static final String MARKUP =
      "</pre><script>alert(1)</script><img src=x onerror=alert(2)>";

  private static RunningFarol farol;
  private static TestZone zone;
  @AutoClose private static Browser browser;
  @AutoClose private static TestDomain own;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.shared();
    zone = farol.dns().zone();
    own = new TestDomain(farol, NAME).add();
    browser = Browser.start(farol);
    zone.putTxt("_smtp._tls." + NAME, "v=TLSRPTv1; rua=mailto:tls@example.net");
    zone.putTxt("_mta-sts." + NAME, "v=STSv1; id=1");
    zone.addMx(NAME, 10, "mx." + NAME);
    zone.addAddress("mta-sts." + NAME, "127.0.0.1");
  }

  @AfterAll
  static void leave() throws Exception {
    List.of(NAME, "mta-sts." + NAME, "_mta-sts." + NAME).forEach(zone::remove);
  }

  @BeforeEach
  void forget() {
    browser.open("/sign-in");
    browser.setCookies(Set.of());
    browser.resize(1440);
    var unused = browser.complaints(); // of the test before
  }

  @Test
  void strangerFindsEveryTool() {
    for (String tool : List.of("report", "record-check", "mta-sts", "record-syntax", "record")) {
      browser.open("/tools");
      browser.click("#tool-" + tool);
      browser.find("#to-tools");
      assertThat(browser.path()).isEqualTo("/tools/" + tool);
      assertThat(browser.find("#nav-tools").getDomAttribute("aria-current")).isEqualTo("page");
      assertThat(browser.complaints()).as(tool).isEmpty();
    }
  }

  @Test
  void syntaxIsCheckedWhileSomebodyTypes() {
    browser.open("/tools/record-syntax");

    browser.type("#record-text", "v=TLSRPTv1; rua=mailto:tls@example.com");
    browser.awaitText("#syntax-result", "VALID");
    browser.find("#record-text").sendKeys(",tls");
    assertThat(browser.awaitText("#syntax-result", "INVALID_URI"))
        .contains("An address that reports cannot be sent to");
    browser.type("#record-text", "v=STSv1; id=1");
    browser.awaitText("#syntax-result", "MTA-STS record");
    browser.type("#record-domain", "example.com");
    browser.awaitText("#syntax-result", "_mta-sts.example.com");

    assertThat(browser.path()).isEqualTo("/tools/record-syntax");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void syntaxToolTakesATextFromItsAddress() {
    browser.open("/tools/record-syntax?record=" + encoded("v=TLSRPTv1") + "&domain=example.com");

    assertThat(browser.text("#syntax-result")).contains("INVALID_NO_RUA", "_smtp._tls.example.com");
    browser.click("#check");
    browser.awaitText("#syntax-result", "INVALID_NO_RUA");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void publishedRecordsAreShownAndJudged() {
    browser.open("/tools/record-check");
    browser.type("#domain", NAME);
    browser.click("#check");

    browser.awaitText("#section-tlsrpt", "v=TLSRPTv1; rua=mailto:tls@example.net");
    assertThat(browser.path()).isEqualTo("/tools/record-check?domain=" + NAME);
    assertThat(browser.focused()).isEqualTo("#checked");
    assertThat(browser.text("#section-mta-sts")).contains("POLICY_NOT_FETCHED");
    assertThat(browser.text("#section-policy-ipv4")).contains("FORBIDDEN_ADDRESS");
    assertThat(browser.text("#section-mx")).contains("10 mx." + NAME);
    assertThat(browser.text("#section-host-1")).contains("No DANE");
    browser.click("#other-check");
    browser.awaitText("h1", "MTA-STS check");
    assertThat(browser.path()).isEqualTo("/tools/mta-sts?domain=" + NAME);
    assertThat(browser.all("#section-tlsrpt, #section-host-1")).isEmpty();
    assertThat(browser.text("#section-policy-ipv6")).contains("NO_ADDRESS");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatIsNotAnsweredIsNotSaidToBeAbsent() {
    zone.servfail("_mta-sts.silent-tools.example");
    zone.addMx("silent-tools.example", 0, ".");

    browser.open("/tools/mta-sts?domain=silent-tools.example");

    assertThat(browser.text("#section-mta-sts")).contains("UNANSWERED").doesNotContain("NONE");
    assertThat(browser.text("#section-mx")).contains("NULL_MX");
    zone.remove("_mta-sts.silent-tools.example");
    zone.remove("silent-tools.example");
  }

  @Test
  void domainThatDoesNotExistIsSaidToBeSo() {
    browser.open("/tools/record-check?domain=nobody.example");

    assertThat(browser.text("#checked")).contains("This domain does not exist");
    assertThat(browser.all("[id^=section-]")).isEmpty();
  }

  @Test
  void addressLeadsToTheDomainInIt() {
    browser.open("/tools/mta-sts");
    browser.type("#domain", "https://www.Nobody.example/contact");
    browser.click("#check");

    assertThat(browser.text("#domain-problem")).contains("Did you mean this one?");
    browser.click("#domain-meant");
    browser.awaitText("#checked", "www.nobody.example");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void recordIsMadeInTheFormsThatProvidersAskFor() {
    browser.open("/tools/record");
    browser.type("#domain", "bücher.example");
    browser.find("#rua").sendKeys("tls@example.com", Keys.ENTER, "https://r.example/a,b");
    browser.click("#make");

    String value = "v=TLSRPTv1; rua=mailto:tls@example.com,https://r.example/a%2Cb";
    assertThat(browser.text("#made-record-name")).isEqualTo("_smtp._tls.xn--bcher-kva.example");
    assertThat(browser.text("#made-record-value")).isEqualTo(value);
    assertThat(browser.text("#made-plain-name")).isEqualTo("_smtp._tls");
    assertThat(browser.text("#made-plain-value")).isEqualTo(value);
    assertThat(browser.text("#made-quoted-value")).isEqualTo('"' + value + '"');
    assertThat(browser.text("#made-zone"))
        .isEqualTo("_smtp._tls.xn--bcher-kva.example. 3600 IN TXT \"" + value + '"');
    assertThat(browser.all("#collector")).as("offered to strangers").isEmpty();
    browser.click("#to-check");
    browser.awaitText("#checked", "xn--bcher-kva.example");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void recordIsNotMadeOfWhatCannotBeAnAddress() {
    browser.open("/tools/record?domain=example.com&rua=" + encoded("ftp://example.com/"));
    assertThat(browser.text("#made-findings")).contains("INVALID_URI");

    browser.open("/tools/record?domain=example.com&rua=");
    assertThat(browser.text("#record-problem")).contains("Say where");

    browser.open("/tools/record?domain=" + NAME + "&collector=true");
    assertThat(browser.text("#record-problem")).contains("not among your domains");
    assertThat(browser.all("#made")).isEmpty();
  }

  @Test
  void ownCollectorIsOfferedToWhoIsSignedIn() throws Exception {
    String collector = own.known().path("collector").path("url").asText();
    browser.signIn("/");
    browser.open("/tools/record?domain=" + NAME);
    browser.click("#collector");
    browser.find("#rua").sendKeys("tls@example.com");
    browser.click("#make");

    assertThat(browser.text("#made-record-value"))
        .isEqualTo("v=TLSRPTv1; rua=" + collector + ",mailto:tls@example.com");
    assertThat(browser.path()).as("keeps the token out of addresses").doesNotContain("ingest");
    assertThat(browser.find("#collector").isSelected()).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatOthersPublishIsShownAsText() {
    zone.putTxt("_smtp._tls.hostile-tools.example", "v=TLSRPTv1; rua=" + MARKUP);
    zone.putTxt("_mta-sts.hostile-tools.example", MARKUP, "v=STSv1; id=" + MARKUP);

    browser.open("/tools/record-check?domain=hostile-tools.example");
    browser.awaitText("#section-tlsrpt pre", MARKUP);
    browser.awaitText("#section-mta-sts pre", MARKUP);
    browser.open("/tools/record-check?domain=" + encoded(MARKUP));
    browser.awaitText("#domain-problem", "<script>alert(1)</script>");
    browser.open("/tools/record-syntax?record=" + encoded(MARKUP) + "&domain=" + encoded(MARKUP));
    browser.awaitText("#syntax-result", "INVALID_VERSION");
    browser.open("/tools/record?domain=example.com&rua=" + encoded("</textarea>" + MARKUP));
    browser.awaitText("#made-findings", "INVALID_URI");

    assertThat(browser.all("img[src=x], [onerror]")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
    zone.remove("_smtp._tls.hostile-tools.example");
    zone.remove("_mta-sts.hostile-tools.example");
  }

  @Test
  void everyCollectedReportIsReadAndItsFailuresLeadToTheToolsThatConfirmThem() {
    browser.signIn("/"); // strangers have sixty uses a minute
    List<String> files =
        Stream.of("reports", "mails")
            .flatMap(
                folder ->
                    Bodies.index(folder + "/INDEX.tsv").stream()
                        .map(columns -> folder + "/" + columns[0]))
            .toList();
    assertThat(files).hasSize(29);
    for (String file : files) {
      browser.open("/tools/report");
      browser.choose("#file", FILES.resolve(file));

      assertThat(browser.text("#result")).as(file).isNotBlank();
      assertThat(browser.all(".policy")).as(file).isNotEmpty();
      assertThat(browser.all("a.tool-link"))
          .as(file)
          .allSatisfy(
              link ->
                  assertThat(link.getDomAttribute("href"))
                      .matches(
                          "/(tools/(mta-sts|record-check)\\?domain|domain\\?name)=[a-z0-9.-]+"));
      assertThat(browser.complaints()).as(file).isEmpty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.acceptance.TestPosture;
import farol.domain.survey.Observed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in both languages and themes, on a desk and on a telephone. */
class PagesIT {
  private static final String REPORTED = "pages-reported.com";
  private static final String WAITING = "pages-waiting.com";

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

  private static TestDomain reported;
  private static TestDomain waiting;
  private static Browser browser;

  /** How somebody looks at pages. */
  record Look(Language language, String theme, int width) {
    static Stream<Look> all() {
      return Stream.of(Language.values())
          .flatMap(
              language -> Stream.of("light", "dark").map(theme -> new Look(language, theme, 0)))
          .flatMap(
              look ->
                  Stream.of(1440, 390).map(width -> new Look(look.language, look.theme, width)));
    }
  }

  @BeforeAll
  static void signIn() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    waiting = new TestDomain(farol, WAITING).add();
    reported = new TestDomain(farol, REPORTED).add().prove();
    reported.send(reported.report());
    reported.rollUp();
    reported.sendRefused("{\"organization-name\":");
    reported.hostPolicy();
    publish(farol);
    browser = Browser.start(farol);
    browser.signIn("/");
  }

  /** Something in every part of the pages that show what a domain publishes. */
  private static void publish(RunningFarol farol) throws Exception {
    String server = "mx1." + REPORTED + " 192.0.2.1";
    TestPosture posture = new TestPosture(farol, REPORTED);
    String certificate = posture.certificate("CN=mx1", "mx1." + REPORTED, 20);
    posture
        .see(Observed.TLSRPT_RECORD, "", "v=TLSRPTv1; rua=mailto:tls@other.example")
        .see(Observed.MTASTS_RECORD, "", "v=STSv1; id=1")
        .see(
            Observed.MTASTS_POLICY,
            "ipv4",
            "version: STSv1\nmode: enforce\nmx: mx2." + REPORTED + "\nmax_age: 604800\n")
        .see(Observed.POLICY_FETCH, "ipv4", "FETCHED\ntext/plain")
        .see(Observed.POLICY_CERTIFICATE, "ipv4", certificate)
        .see(Observed.MX, "", "10 mx1." + REPORTED + "\n20 mx2." + REPORTED)
        .see(Observed.DNSSEC, REPORTED, "INSECURE")
        .see(Observed.TLSA, "mx1." + REPORTED, "3 1 1 " + "ab".repeat(32))
        .see(Observed.MAIL_SERVER, server, "TLSv1.3")
        .see(Observed.MAIL_CERTIFICATE, server, certificate)
        .see(Observed.MAIL_SERVER, "mx2." + REPORTED + " 2001:db8::2", "CONNECT_TIMEOUT")
        .see(Observed.TLSRPT_RECORD, "", "v=TLSRPTv1; rua=mailto:other@other.example");
  }

  @AfterAll
  static void leave() throws Exception {
    browser.close();
    reported.close();
    waiting.close();
  }

  @ParameterizedTest
  @MethodSource("farol.browser.PagesIT$Look#all")
  void dashboardSaysWhatIsBroken(Look look) {
    show(look, "/");

    assertThat(browser.text("#verdict"))
        .contains(look.language == Language.ENGLISH ? "1 open problem." : "1 problema em aberto.")
        .contains(
            look.language == Language.ENGLISH
                ? "One stops mail now."
                : "Um deles impede a entrega agora.");
    assertThat(browser.text("#card-success")).contains(look.language.text("card.success"));
    assertThat(browser.text("#open-problems [data-cause]"))
        .contains(REPORTED)
        .contains(look.language.text("consequence.refused"))
        .contains(look.language.text("cause.certificate-expired.title"));
    assertThat(browser.text("#domain-matrix tr[data-domain='" + WAITING + "']"))
        .contains(look.language.text("matrix.none-yet"));
    assertThat(browser.text("#heartbeat")).contains("Example Sender");
    browser.find("#sessions-chart canvas");
    assertThat(browser.evaluate(PAINTED)).as("chart is drawn").isEqualTo(true);
  }

  @ParameterizedTest
  @MethodSource("farol.browser.PagesIT$Look#all")
  void pageFitsAndSpeaksOneLanguage(Look look) throws Exception {
    for (String page :
        List.of(
            "/",
            "/domains",
            "/domains-add",
            "/domain?name=" + REPORTED,
            "/domain?name=" + WAITING,
            "/failures",
            "/domain-failures?name=" + REPORTED,
            "/domain-failures?name=" + WAITING,
            "/domain-failures?name=" + REPORTED + "&by=mx&cause=certificate-expired&page=9",
            "/domain-reports?name=" + REPORTED,
            "/domain-mail?name=" + REPORTED,
            "/domain-mail?name=" + WAITING,
            "/domain-published?name=" + REPORTED,
            "/domain-published?name=" + WAITING,
            "/domain-refused?name=" + REPORTED,
            "/domain-refused?name=" + WAITING,
            "/domain-hosting?name=" + REPORTED,
            "/domain-hosting?name=" + WAITING,
            "/domain-hosting?name=" + REPORTED + "&mode=stop",
            "/domain-settings?name=" + REPORTED,
            reported.reportPage(),
            "/operations",
            "/tools",
            "/tools/report",
            "/tools/record-check?domain=" + REPORTED,
            "/tools/record-check?domain=https://" + REPORTED,
            "/tools/mta-sts?domain=" + REPORTED,
            "/tools/mta-sts?domain=missing.example",
            "/tools/record-syntax?record=v=TLSRPTv1;+rua=tls@example.com&domain=example.com",
            "/tools/record?domain=" + REPORTED + "&collector=true&rua=tls@example.com",
            "/tools/record?domain=example.com&rua=ftp://example.com",
            "/sign-in")) {
      show(look, page);

      assertThat(browser.evaluate("innerWidth")).as(page).isEqualTo((long) look.width);
      assertThat((long) browser.evaluate("document.documentElement.scrollWidth"))
          .as("width of " + page)
          .isLessThanOrEqualTo(look.width);
      assertThat(browser.evaluate("document.documentElement.lang"))
          .as("language of " + page)
          .isEqualTo(look.language.tag());
      assertThat((String) browser.evaluate(TEXTS))
          .as("texts of " + page)
          .doesNotContain("???")
          .doesNotContain(look.language.foreignSentences());
      assertThat((boolean) browser.evaluate(DARK)).as(page).isEqualTo(look.theme.equals("dark"));
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

  private static void show(Look look, String page) {
    browser.resize(look.width);
    browser.open(page);
    browser.prefer(look.language.button(), look.theme);
  }
}

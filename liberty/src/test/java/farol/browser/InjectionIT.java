package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvReader;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.acceptance.TestImport;
import farol.acceptance.TestPosture;
import farol.domain.lookup.OutsideText;
import farol.domain.survey.Observed;
import farol.wire.Bodies;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile texts, collected and our own, in every place that takes any from outside: reports, DNS,
 * policies, names, addresses of pages. No page, chart or file does anything with them but show
 * them.
 */
class InjectionIT {
  /** Of which the collected files tell. */
  private static final String NAME = "example.com";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<InjectedText> TEXTS = InjectedText.all();

  @AutoClose private static TestDomain domain;
  @AutoClose private static Browser browser;
  private static List<String> reportPages;
  private static final List<TestImport> imports = new ArrayList<>();

  @BeforeAll
  static void receive() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    domain = new TestDomain(farol, NAME).add().prove();
    for (ObjectNode report : InjectedText.collectedReports(domain).toList()) {
      domain.send(report);
    }
    for (InjectedText injected : TEXTS) {
      domain.send(injected.report(domain));
      domain.came(injected.name(), "MAIL", "OTHER_SIGNER", injected.text(), injected.text());
      String text = TextNode.valueOf(injected.text()).toString();
      domain.sendRefused("{" + text + ":1," + text + ":2}");
    }
    domain.rollUp();
    domain.hostPolicy();
    publish(farol);
    join(farol);
    act(farol);
    importFiles(farol);
    browser = Browser.start(farol);
    Harm.watch(browser);
    browser.signIn("/");
    reportPages = new ArrayList<>();
    for (JsonNode report : exported("/export/reports.json?name=" + NAME)) {
      reportPages.add("/report?id=" + report.path("id").asText());
    }
    assertThat(reportPages).hasSizeGreaterThan(TEXTS.size());
  }

  /** In DNS, and in what looks have found: one text after another, so that all are changes. */
  private static void publish(RunningFarol farol) throws Exception {
    domain.publish("_smtp._tls", collectedRecord());
    domain.publish("_mta-sts", "v=STSv1; id=" + TEXTS.get(1).text());
    TestPosture posture = new TestPosture(farol, NAME);
    for (InjectedText injected : TEXTS) {
      String text = OutsideText.safe(injected.text()); // as looks keep it
      posture
          .see(Observed.TLSRPT_RECORD, "", "v=TLSRPTv1; rua=mailto:" + text)
          .see(Observed.MTASTS_RECORD, "", "v=STSv1; id=" + text)
          .see(Observed.MTASTS_POLICY, "ipv6", "version: STSv1\nmx: " + text)
          .see(Observed.POLICY_FETCH, "ipv6", "REDIRECT\n" + text);
    }
    posture
        .see(Observed.TLSRPT_RECORD, "", collectedRecord())
        .see(Observed.MTASTS_POLICY, "ipv4", collectedPolicy())
        .see(Observed.POLICY_FETCH, "ipv4", "FETCHED\ntext/html")
        .see(Observed.MX, "", "10 <img\\032src=x\\032onerror=alert(4)>.example")
        .see(Observed.DNSSEC, "<img\\032src=x>.example", "INSECURE")
        .see(
            Observed.MAIL_CERTIFICATE,
            "<img\\032src=x\\032onerror=alert(4)>.example 192.0.2.1",
            posture.certificate("CN=\"<img src=x onerror=alert(5)>\", O=\"#{71993*3}\"", NAME, 60))
        .see(
            Observed.MAIL_SERVER,
            "<img\\032src=x\\032onerror=alert(4)>.example 192.0.2.1",
            "TLSv1.3");
  }

  /** What t13 has in DNS. */
  private static String collectedRecord() {
    String hex = new String(Bodies.file("hostile/txt/t13_xss.txt"), StandardCharsets.US_ASCII);
    return new String(HexFormat.of().parseHex(hex.strip()), StandardCharsets.UTF_8);
  }

  /** What p16 has for a policy. */
  private static String collectedPolicy() {
    return new String(Bodies.file("hostile/mtasts/p16_xss.txt"), StandardCharsets.UTF_8);
  }

  /** Registries of others may hold any names. */
  private static void join(RunningFarol farol) throws Exception {
    try (Connection database = farol.database();
        PreparedStatement insert =
            database.prepareStatement(
                "insert into member (account_id, user_name, role, joined_at) select account_id, ?,"
                    + " 'VIEWER', now() from member where user_name = 'admin'")) {
      for (InjectedText injected : TEXTS) {
        insert.setString(1, injected.text());
        assertThat(insert.executeUpdate()).isOne();
      }
    }
  }

  /** Scripts may be called anything, and what was done under any name stays in the audit log. */
  private static void act(RunningFarol farol) throws Exception {
    try (Connection database = farol.database();
        PreparedStatement token =
            database.prepareStatement(
                "insert into api_token (account_id, name, secret_hash, scope, created_by,"
                    + " created_at, expires_at) select account_id, ?, ?, 'READ', 'admin', now(),"
                    + " now() + interval '1 day' from member where user_name = 'admin'");
        PreparedStatement entry =
            database.prepareStatement(
                "insert into audit_entry (at, account_id, actor, action, subject, before, after)"
                    + " select now(), account_id, ?, 'TOKEN_CREATED', ?, ?, ? from member"
                    + " where user_name = 'admin'")) {
      for (InjectedText injected : TEXTS) {
        token.setString(1, injected.text());
        token.setBytes(2, injected.name().getBytes(StandardCharsets.UTF_8));
        assertThat(token.executeUpdate()).isOne();
        for (int place = 1; place <= 4; place++) {
          entry.setString(place, injected.text());
        }
        assertThat(entry.executeUpdate()).isOne();
      }
    }
  }

  /** Files may be called anything, and so may what is in archives. */
  private static void importFiles(RunningFarol farol) throws Exception {
    for (InjectedText injected : TEXTS) {
      String text = OutsideText.safe(injected.text()); // as uploads keep it
      imports.add(TestImport.add(farol, text, "FAILED", text).refuse(text, "REFUSED", text, text));
    }
  }

  @AfterAll
  static void leave() throws Exception {
    for (TestImport each : imports) {
      each.close();
    }
    try (Connection database = RunningFarol.shared().database();
        PreparedStatement member =
            database.prepareStatement("delete from member where user_name = ?");
        PreparedStatement token =
            database.prepareStatement("delete from api_token where name = ?")) {
      for (InjectedText injected : TEXTS) {
        member.setString(1, injected.text());
        member.executeUpdate();
        token.setString(1, injected.text());
        token.executeUpdate();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("farol.browser.Look#inTurn")
  void pagesShowThemAsText(Look look) {
    Stream.concat(
            Stream.of(
                "/",
                "/domains",
                "/domain?name=" + NAME,
                "/domain?name=" + NAME + "&show=failures",
                "/domain-reports?name=" + NAME,
                "/domain-mail?name=" + NAME,
                "/domain-published?name=" + NAME,
                "/domain-refused?name=" + NAME,
                "/domain-hosting?name=" + NAME,
                "/domain-settings?name=" + NAME,
                "/account",
                "/tokens",
                "/audit",
                "/audit?all=true",
                "/operations"),
            reportPages.stream())
        .forEach(page -> visit(look, page));
    Stream.concat(Stream.of("/imports"), imports.stream().map(each -> "/imports?id=" + each.id()))
        .forEach(page -> visit(look, page));
    Stream.of("cause", "mx", "reporter", "address", "day", "policy", "type", "domain")
        .flatMap(
            by -> Stream.of("/failures?by=" + by, "/domain-failures?name=" + NAME + "&by=" + by))
        .forEach(page -> visit(look, page));
    assertThat(browser.complaints()).isEmpty();
  }

  private static void visit(Look look, String page) {
    browser.show(look, page);
    browser.evaluate(
        "(document.querySelectorAll('details').forEach(one => one.open = true), true)");
    Harm.assertNone(browser, page);
  }

  @Test
  void nothingOfThemIsLost() {
    browser.open("/domain-reports?name=" + NAME);
    for (InjectedText injected : TEXTS) {
      if (injected.text().equals(injected.text().replaceAll("\\p{C}|\\p{Z}|\\p{M}", ""))) {
        browser.awaitText("#reports", injected.text());
      }
    }
    browser.open("/tools/record-check?domain=" + NAME);
    browser.awaitText("#section-tlsrpt", "<img src=x onerror=alert(1)>");
    browser.open("/domain-published?name=" + NAME);
    browser.awaitText("#tls-rpt", "<img src=x onerror=alert(1)>");
    browser.awaitText("#mta-sts", "mx: <img src=x onerror=alert(1)>");
    Harm.assertNone(browser, "/domain-published");
    browser.open("/tokens");
    browser.awaitText("#token-list", "<svg/onload=window.hit='i05'>");
    browser.open("/audit");
    browser.awaitText("#audit-list", "<svg/onload=window.hit='i05'>");
    browser.open("/imports");
    browser.awaitText("#import-rows", "<svg/onload=window.hit='i05'>");
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/domain-mail", "/domain-published"})
  void answersToScriptsCarryThemAsText(String page) {
    browser.open(page + "?name=" + NAME);
    browser.evaluate(
        "(document.getElementById('posture').setAttribute('data-old', ''), lookAgain(), true)");
    browser.awaitText("#posture:not([data-old])", "<img");
    assertThat(browser.all("#ajax-failed:not([hidden])")).isEmpty();
    Harm.assertNone(browser, page);
    assertThat(browser.complaints()).isEmpty();
  }

  static Stream<InjectedText> texts() {
    return TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void addressesOfPagesTakeThemAsText(InjectedText injected) {
    String text = URLEncoder.encode(injected.text(), StandardCharsets.UTF_8);
    for (String page :
        List.of(
            "/?days=%1$s&show=%1$s",
            "/failures?by=mx&reporter=%1$s&mx=%1$s&address=%1$s&policy=%1$s&type=%1$s&cause=%1$s&from=%1$s&page=%1$s",
            "/domain-failures?by=%1$s&type=%1$s&name=" + NAME,
            "/domains?find=%1$s&show=%1$s&sort=%1$s&page=%1$s",
            "/domain-reports?days=%1$s&page=%1$s&reporter=%1$s&sort=%1$s&came=%1$s&name=" + NAME,
            "/imports?id=%1$s&page=%1$s",
            "/domain-published?kind=%1$s&page=%1$s&name=" + NAME,
            "/domain-hosting?mode=testing&mx=%1$s&age=%1$s&seconds=%1$s&name=" + NAME,
            "/audit?actor=%1$s&action=%1$s&all=%1$s&page=%1$s",
            "/domain?name=%1$s",
            "/report?id=%1$s",
            "/%1$s",
            "/tools/record-check?domain=%1$s",
            "/tools/mta-sts?domain=%1$s",
            "/tools/record-syntax?record=%1$s&domain=%1$s",
            "/tools/record-syntax?record=v%%3DSTSv1%%3B+id%%3D%1$s",
            "/tools/record?domain=example.com&rua=%1$s",
            "/tools/record?domain=%1$s&rua=mailto:%1$s",
            "/export/breakdown.csv?by=%1$s&name=%1$s")) {
      browser.open(page.formatted(text));
      Harm.assertNone(browser, page);
    }
    assertThat(browser.complaints())
        .allMatch(complaint -> complaint.matches(".*status of 40[04] .*"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void formsTakeThemAsText(InjectedText injected) throws Exception {
    browser.open("/domains-add");
    fill("names", injected.text());
    browser.click("#add-all");
    browser.find("#added");
    assertThat(browser.all("#results .badge.ok")).as("domains that were added").isEmpty();
    Harm.assertNone(browser, "/domains-add");

    browser.open("/tools/report");
    fill("report-text", injected.report(domain).toString());
    browser.click("#read");
    browser.find("#result");
    Harm.assertNone(browser, "/tools/report");

    browser.open("/tools/report");
    fill("report-text", injected.text());
    browser.click("#read");
    browser.find("main .verdict, main .problem, #messages");
    Harm.assertNone(browser, "/tools/report");
    assertThat(browser.complaints()).isEmpty();
  }

  private static void fill(String field, String text) {
    browser.find("#" + field);
    browser.evaluate("document.getElementById('" + field + "').value = " + TextNode.valueOf(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "days",
        "causes",
        "problems",
        "audit",
        "reports",
        "refused",
        "changes",
        "mail",
        "proofs",
        "heartbeat",
        "domains",
        "breakdown?by=type",
        "breakdown?by=reporter",
        "breakdown?by=host",
        "breakdown?by=policy",
        "breakdown?by=address"
      })
  void filesCarryThemAsText(String table) throws Exception {
    String query = (table + "?").replaceFirst("^[a-z]+", "").replaceFirst("\\?$", "");
    String name = table.replaceFirst("\\?.*", "");
    String address =
        "/export/" + name + ".%s" + (query.isEmpty() ? "?" : query + "&") + "name=" + NAME;

    assertThat(exported(address.formatted("json"))).isNotEmpty();
    assertThat(CsvReader.builder().ofCsvRecord(fetch(address.formatted("csv"))))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getFields()).noneMatch(Spreadsheet::takesForFormula));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void printCarriesThemAsText() throws IOException {
    String print = Prints.textOf(browser, "/export/domain-report.pdf?name=" + NAME);

    assertThat(print)
        .contains("<script>alert(document.domain)</script>") // of h01
        .contains(collectedRecord())
        .contains("mx: <img src=x onerror=alert(1)>") // of p16
        .doesNotContain("\u202e", "\u2066");
    TEXTS.stream()
        .map(InjectedText::text)
        .filter(text -> text.matches("[\\x21-\\x7e]{1,60}"))
        .forEach(text -> assertThat(print).contains(text));
    assertThat(browser.complaints()).isEmpty();
  }

  private static List<JsonNode> exported(String address) throws Exception {
    List<JsonNode> items = new ArrayList<>();
    JSON.readTree(fetch(address)).path("items").forEach(items::add);
    return items;
  }

  private static String fetch(String address) {
    return (String) browser.evaluate("fetch('" + address + "').then(answer => answer.text())");
  }
}

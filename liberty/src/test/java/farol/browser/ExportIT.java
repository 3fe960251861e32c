package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import farol.acceptance.TestPosture;
import farol.domain.survey.Observed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as files, by the links of the pages that show them, with texts from hostile reporters. */
class ExportIT {
  private static final String NAME = "exports.com";
  private static final String FORMULA = "=HYPERLINK(\"https://attacker.example\",\"see, here\")";
  private static final String ELSEWHERE = "v=TLSRPTv1; rua=mailto:tls@other.example";
  private static final String SIGNS = "+1,\"=2\";@3 é ✓";

  /** More than a page of a list has. */
  private static final int REPORTS = 27;

  private static final ObjectMapper JSON = new ObjectMapper();

  @AutoClose private static TestDomain domain;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void receive() throws Exception {
    RunningFarol farol = RunningFarol.shared();
    domain = new TestDomain(farol, NAME).add().prove();
    domain.publish("_smtp._tls", ELSEWHERE); // for the job that looks again
    for (int number = 1; number < REPORTS; number++) {
      domain.send(domain.report().put("report-id", "report-" + number));
    }
    domain.send(hostile(domain.report()));
    domain.sendRefused(domain.report().put("report-id", "=1\n").toString());
    domain.rollUp();
    TestPosture posture = new TestPosture(farol, NAME);
    String certificate = posture.certificate("CN=\"=1+1\"", "mx1." + NAME, 20);
    posture
        .see(Observed.DNSSEC, NAME, "INSECURE")
        .see(Observed.MAIL_SERVER, "mx1." + NAME + " 192.0.2.1", "TLSv1.3")
        .see(Observed.MAIL_CERTIFICATE, "mx1." + NAME + " 192.0.2.1", certificate)
        .see(Observed.TLSRPT_RECORD, "", FORMULA)
        .see(Observed.MX, "", "10 mx1." + NAME + "\n20 mx2." + NAME)
        .see(Observed.TLSRPT_RECORD, "", ELSEWHERE);
    browser = Browser.start(farol);
    browser.signIn("/");
  }

  private static ObjectNode hostile(ObjectNode report) {
    report.put("organization-name", FORMULA).put("report-id", SIGNS);
    ((ObjectNode) report.path("policies").path(0).path("failure-details").path(0))
        .put("result-type", "-type")
        .put("receiving-mx-hostname", "@host");
    return report;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /domain-reports?name=exports.com | reports | exports.com-reports | id,organization,reportId,start,end,receivedAt,successful,failed,warnings,conflicting,way,grade,signer,source
          /domain-refused?name=exports.com | refused | exports.com-refused | id,receivedAt,code,detail,bytes
          /domain-published?name=exports.com | changes | exports.com-changes | at,kind,subject,before,after
          /domain?name=exports.com | sessions | exports.com-days | day,successful,failed,reports
          /domain?name=exports.com | by-type | exports.com-by-type | resultType,failed,reports
          /domain?name=exports.com | by-reporter | exports.com-by-reporter | organization,successful,failed,reports
          /domain?name=exports.com | by-host | exports.com-by-host | receivingMxHostname,failed,reports
          /domain?name=exports.com | by-policy | exports.com-by-policy | policyType,successful,failed,reports
          /domain?name=exports.com | by-address | exports.com-by-address | sendingMtaIp,failed,reports
          /domain?name=exports.com | causes | exports.com-causes | day,cause,consequence,failed
          /domain?name=exports.com | problems | exports.com-problems | domain,receivingMxHostname,cause,consequence,since,lastSeen,failed,organizations
          /domain-mail?name=exports.com | mail | exports.com-mail | preference,host,coveredByPolicy,dane,address,state,subject,issuer,names,validFrom,validUntil,fingerprint,keyFingerprint,findings
          /domain-published?name=exports.com | dnssec | exports.com-proofs | name,proof
          / | sessions | days | day,successful,failed,reports
          / | causes | causes | day,cause,consequence,failed
          / | problems | problems | domain,receivingMxHostname,cause,consequence,since,lastSeen,failed,organizations
          / | heartbeat | reporters | domain,organization,day,successful,failed,reports
          / | matrix | domains | name,unicodeName,state,createdAt,verdict,successful,failed,tlsRpt,mtaSts,dane,mxHosts,mxHostsWithDane,mxHostsCovered,certificateExpiry,lastReport
          /audit | audit | farol-audit | id,at,account,actor,address,action,subject,before,after
          /domains | domains | domains | name,unicodeName,state,createdAt,verdict,successful,failed,tlsRpt,mtaSts,dane,mxHosts,mxHostsWithDane,mxHostsCovered,certificateExpiry,lastReport
          """)
  void tableIsTheSameInBothForms(String page, String table, String file, String columns)
      throws IOException {
    browser.open(page);
    Answer csv = fetch(link(table + "-csv"));
    Answer json = fetch(link(table + "-json"));

    assertThat(csv.type).isEqualToIgnoringCase("text/csv; charset=UTF-8; header=present");
    assertThat(csv.disposition).isEqualTo("attachment; filename=\"" + file + ".csv\"");
    assertThat(csv.body).startsWith(columns + "\r\n");
    assertThat(json.type).isEqualTo("application/json");
    assertThat(json.disposition).isEqualTo("attachment; filename=\"" + file + ".json\"");
    assertThat(List.of(csv, json))
        .allSatisfy(
            answer -> {
              assertThat(answer.status).isEqualTo(200);
              assertThat(answer.sniffing).isEqualTo("nosniff");
            });
    List<NamedCsvRecord> rows = rows(csv);
    List<JsonNode> items = items(json);
    assertThat(rows).hasSameSizeAs(items).isNotEmpty();
    assertThat(items)
        .allSatisfy(item -> assertThat(String.join(",", names(item))).isEqualTo(columns));
    assertThat(rows).flatMap(NamedCsvRecord::getFields).noneMatch(Spreadsheet::takesForFormula);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void listIsExportedWholeNotOnlyThePageAtHand() throws IOException {
    browser.open("/domain-reports?name=" + NAME + "&page=2");

    assertThat(rows(fetch(link("reports-csv")))).hasSize(REPORTS);
    assertThat(items(fetch(link("reports-json")))).hasSize(REPORTS);
  }

  @Test
  void whatAReporterWritesIsNoFormulaButItself() throws IOException {
    NamedCsvRecord row =
        rows(fetch("/export/reports.csv?name=" + NAME)).stream()
            .filter(each -> each.getField("organization").contains("HYPERLINK"))
            .findFirst()
            .orElseThrow();
    JsonNode item =
        items(fetch("/export/reports.json?name=" + NAME)).stream()
            .filter(each -> each.path("id").asText().equals(row.getField("id")))
            .findFirst()
            .orElseThrow();

    assertThat(row.getField("organization")).isEqualTo("'" + FORMULA);
    assertThat(row.getField("successful")).isEqualTo("41");
    assertThat(item.path("organization").asText()).isEqualTo(FORMULA);
    assertThat(item.path("successful").isIntegralNumber()).isTrue();
    assertThat(row.getField("reportId").replace("'", ""))
        .isEqualTo(item.path("reportId").asText())
        .contains("é ✓");
    assertThat(fetch("/export/breakdown.csv?by=type&name=" + NAME).body).contains("'-type,2,1\r\n");
    assertThat(fetch("/export/breakdown.csv?by=host&name=" + NAME).body).contains("'@host,2,1\r\n");
    assertThat(fetch("/export/changes.csv?name=" + NAME).body)
        .contains("\"'" + FORMULA.replace("\"", "\"\"") + "\"");
  }

  @Test
  void filtersOfThePageHoldForTheFile() throws Exception {
    browser.open("/domain-published?name=" + NAME);
    assertThat(items(fetch(link("changes-json")))).extracting(ExportIT::kind).contains("mx");
    browser.open("/domain-published?name=" + NAME + "&kind=tls-rpt");
    assertThat(items(fetch(link("changes-json"))))
        .isNotEmpty()
        .extracting(ExportIT::kind)
        .containsOnly("tlsrpt_record");

    browser.open("/domain?name=" + NAME + "&days=7");
    assertThat(items(fetch(link("sessions-json")))).hasSize(7);
    browser.open("/domain?name=" + NAME + "&days=90");
    assertThat(items(fetch(link("sessions-json")))).hasSize(90);
    execute("update rollup_slice set day = day - 20 where domain_id = " + domainId(NAME));
    browser.open("/domain-reports?name=" + NAME + "&days=7");
    assertThat(items(fetch("/export/breakdown.json?by=host&days=7&name=" + NAME))).isEmpty();
    assertThat(items(fetch("/export/breakdown.json?by=host&days=30&name=" + NAME))).isNotEmpty();
    execute("update rollup_slice set day = day + 20 where domain_id = " + domainId(NAME));
  }

  @Test
  void matrixSaysInCodesWhatThePageSaysInWords() throws IOException {
    JsonNode item =
        items(fetch("/export/domains.json?days=30")).stream()
            .filter(each -> each.path("name").asText().equals(NAME))
            .findFirst()
            .orElseThrow();

    assertThat(item.path("state").asText()).isEqualTo("verified");
    assertThat(item.path("verdict").asText()).isEqualTo("refused");
    assertThat(item.path("successful").asLong()).isEqualTo(41L * REPORTS);
    assertThat(item.path("tlsRpt").asText()).isEqualTo("elsewhere");
    assertThat(item.path("mxHosts").isIntegralNumber()).isTrue();
    assertThat(item.path("certificateExpiry").asText())
        .isNotEmpty()
        .isEqualTo(
            items(fetch("/export/mail.json?name=" + NAME)).get(0).path("validUntil").asText());
  }

  @Test
  void mailServersCarryTheirCertificatesAndHostsWithoutAnyStandAlone() throws IOException {
    List<JsonNode> items = items(fetch("/export/mail.json?name=" + NAME));

    assertThat(items)
        .extracting(item -> item.path("host").asText())
        .containsExactly("mx1." + NAME, "mx2." + NAME);
    assertThat(items.get(0).path("address").asText()).isEqualTo("192.0.2.1");
    assertThat(items.get(0).path("names").get(0).asText()).isEqualTo("mx1." + NAME);
    assertThat(items.get(1).path("address").isNull()).isTrue();
    assertThat(items.get(1).path("fingerprint").isNull()).isTrue();
  }

  @Test
  void problemsAndCausesAddUpToWhatFailed() throws IOException {
    long failed = 2L * REPORTS;

    assertThat(sumOfFailed("/export/causes.json?name=" + NAME)).isEqualTo(failed);
    assertThat(sumOfFailed("/export/problems.json?name=" + NAME)).isEqualTo(failed);
    assertThat(items(fetch("/export/problems.json")))
        .filteredOn(item -> item.path("domain").asText().equals(NAME))
        .isEqualTo(items(fetch("/export/problems.json?name=" + NAME)));
  }

  private static long sumOfFailed(String address) throws IOException {
    return items(fetch(address)).stream().mapToLong(item -> item.path("failed").asLong()).sum();
  }

  @Test
  void listOfManyPiecesIsWholeOrNotThereAtAll() throws Exception {
    execute(
        """
        insert into report (id, domain_id, key_digest, content_digest, conflicting, organization, report_id,
          window_start, window_end, day, successful, failed, warnings, received_at)
        select -n, %d, ('many-' || n)::bytea, '', true, 'Many', 'many-' || n, start,
          start + (case n when 1200 then '0 days' else '1 day' end)::interval, today - 1, 0, 0, '{}', now()
        from generate_series(1, 1200) n, (select (now() at time zone 'UTC')::date) as utc (today),
          lateral (select (today - 1)::timestamp at time zone 'UTC') as window_of (start)
        """
            .formatted(domainId(NAME)));
    Answer broken = fetch("/export/reports.csv?name=" + NAME); // the last row cannot be read
    execute("delete from report where report_id = 'many-1200'");
    Answer whole = fetch("/export/reports.csv?name=" + NAME);
    execute("delete from report where organization = 'Many'");

    assertThat(broken.status).isEqualTo(500);
    assertThat(broken.disposition).isEmpty();
    assertThat(broken.body).doesNotContain("many-");
    assertThat(rows(whole)).hasSize(REPORTS + 1_199);
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("500"));
  }

  @Test
  void tableOfTooManyRowsIsRefusedRatherThanCut() throws Exception {
    String slices = "where domain_id = " + domainId(NAME) + " and value like 'many-%'";
    execute(
        "insert into rollup_slice (domain_id, day, dimension, value, reports, successful, failed)"
            + " select %d, current_date, 'MX', 'many-' || n, 1, 0, 1 from generate_series(1, 20001) n"
                .formatted(domainId(NAME)));
    assertThat(fetch("/export/breakdown.csv?by=host&name=" + NAME).status).isEqualTo(422);
    browser.open("/export/breakdown.csv?by=host&name=" + NAME);
    browser.awaitText("#error-too-long", "more than 20,000 rows");
    execute("delete from rollup_slice " + slices + " and value > 'many-19'");
    assertThat(rows(fetch("/export/breakdown.csv?by=host&name=" + NAME)))
        .hasSizeBetween(10_000, 20_000);
    execute("delete from rollup_slice " + slices);
    assertThat(browser.complaints()).hasSize(2).allMatch(complaint -> complaint.contains("422"));
  }

  @ParameterizedTest
  @CsvSource({
    "/export/reports.csv?name=exports-of-others.com",
    "/export/refused.json?name=exports-of-others.com",
    "/export/changes.csv?name=exports-of-others.com",
    "/export/days.csv?name=exports-of-others.com",
    "/export/breakdown.json?by=type&name=exports-of-others.com",
    "/export/causes.csv?name=exports-of-others.com",
    "/export/problems.json?name=exports-of-others.com",
    "/export/mail.csv?name=exports-of-others.com",
    "/export/proofs.json?name=exports-of-others.com",
    "/export/domain-report.pdf?name=exports-of-others.com",
    "/export/breakdown.csv?by=nothing&name=exports.com",
    "/export/breakdown.csv?name=exports.com",
    "/export/reports.csv",
    "/export/reports.xml?name=exports.com",
    "/export/nothing.csv?name=exports.com",
    "/export/reports.csv/more?name=exports.com"
  })
  void whatIsNotThisAccountsIsNotThere(String address) throws Exception {
    execute(
        "insert into account (founder, created_at) values ('ann', now()) on conflict do nothing");
    execute(
        "insert into monitored_domain (account_id, slot, name, state, demo, verification_token,"
            + " created_at, next_check_at) select id, 1, 'exports-of-others.com', 'VERIFIED',"
            + " false, 'token', now(), now() + interval '1 day' from account where founder ="
            + " 'ann'");

    int status = fetch(address).status;

    execute("delete from monitored_domain where name = 'exports-of-others.com'");
    assertThat(status).isEqualTo(404);
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
  }

  @Test
  void reportsOfASuspendedDomainAreHeldBack() throws Exception {
    String ours = " where id = " + domainId(NAME);
    execute("update monitored_domain set state = 'SUSPENDED'" + ours);
    List<Answer> answers =
        List.of(
            fetch("/export/days.csv?name=" + NAME),
            fetch("/export/breakdown.csv?by=type&name=" + NAME),
            fetch("/export/reports.json?name=" + NAME),
            fetch("/export/refused.json?name=" + NAME));
    execute("update monitored_domain set state = 'VERIFIED'" + ours);

    assertThat(answers).extracting(Answer::status).containsExactly(404, 404, 200, 200);
    assertThat(items(answers.get(2))).isEmpty();
    assertThat(items(answers.get(3))).isEmpty();
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
  }

  @Test
  void nobodyTakesAnythingAwayWithoutASignIn() throws Exception {
    try (Browser stranger = Browser.start(RunningFarol.shared())) {
      stranger.open("/export/reports.csv?name=" + NAME);
      stranger.find("#password");
    }
  }

  private record Answer(
      int status, String type, String disposition, String sniffing, String body) {}

  private static String link(String id) {
    return (String) browser.evaluate("document.getElementById('" + id + "').href");
  }

  /** As the browser gets it, with its cookies. */
  private static Answer fetch(String address) throws IOException {
    Object answer =
        browser.evaluate(
            """
            fetch('%s').then(answer => answer.text().then(body => JSON.stringify({
              status: answer.status, body: body, type: answer.headers.get('Content-Type') || '',
              disposition: answer.headers.get('Content-Disposition') || '',
              sniffing: answer.headers.get('X-Content-Type-Options') || ''})))
            """
                .formatted(address));
    return JSON.readValue((String) answer, Answer.class);
  }

  private static List<NamedCsvRecord> rows(Answer csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv.body).stream().toList();
  }

  private static List<JsonNode> items(Answer json) throws IOException {
    List<JsonNode> items = new ArrayList<>();
    JSON.readTree(json.body).path("items").forEach(items::add);
    return items;
  }

  private static List<String> names(JsonNode item) {
    List<String> names = new ArrayList<>();
    item.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String kind(JsonNode change) {
    return change.path("kind").asText();
  }

  private static long domainId(String name) throws IOException, SQLException {
    try (Connection database = RunningFarol.shared().database();
        Statement statement = database.createStatement();
        var rows =
            statement.executeQuery("select id from monitored_domain where name = '" + name + "'")) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void execute(String statement) throws Exception {
    try (Connection database = RunningFarol.shared().database();
        Statement change = database.createStatement()) {
      change.execute(statement);
    }
  }
}

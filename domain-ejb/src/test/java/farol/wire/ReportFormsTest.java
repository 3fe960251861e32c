package farol.wire;

import static farol.wire.Bodies.smallReport;
import static farol.wire.ReadingAssert.accepted;
import static farol.wire.ReadingAssert.refused;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.Report;
import farol.domain.report.ReportedPolicy;
import farol.domain.report.ResultType;
import farol.domain.report.SessionCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that fields may take: accepted, accepted with a warning, or refused. */
class ReportFormsTest {
  private static final String TYPE = "\"policy-type\":\"sts\"";
  private static final String DOMAIN = ",\"policy-domain\":\"example.com\"";
  private static final String SUMMARY =
      """
      ,"summary":{"total-successful-session-count":9,"total-failure-session-count":3}""";

  @Test
  void absentNamesAndContactsAreWarnings() {
    String report =
        smallReport("\"organization-name\":\"Sender\",", "")
            .replace("\"contact-info\":\"tls@sender.example\",", "");

    Report read =
        accepted(Bodies.read(report), WarningCode.WARN_ORGANIZATION, WarningCode.WARN_CONTACT);

    assertThat(read.organization()).isEmpty();
    assertThat(read.contact()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"report-id\":\"1\"",
        "\"policy-type\":\"sts\"",
        "\"start-datetime\":\"2026-11-20T00:00:00Z\"",
        "\"end-datetime\":\"2026-11-20T23:59:59Z\""
      })
  void whatNoReportCanDoWithoutIsRefusedWhenAbsentOrNull(String member) {
    String name = member.substring(0, member.indexOf(':'));

    refused(Bodies.read(smallReport(member, name + ":null")), RefusalCode.MISSING_FIELD);
    refused(Bodies.read(smallReport(member, "\"x\":null")), RefusalCode.MISSING_FIELD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"date-range", "policies", "policy"})
  void whatNoReportCanDoWithoutIsRefusedUnderAnotherName(String name) {
    String report = smallReport('"' + name + "\":", "\"x\":");

    refused(Bodies.read(report), RefusalCode.MISSING_FIELD);
    refused(
        Bodies.read(smallReport('"' + name + "\":", '"' + name + "\":null,\"x\":")),
        RefusalCode.MISSING_FIELD);
  }

  @Test
  void reportWithoutPoliciesIsRead() {
    String report = smallReport();
    String empty = report.substring(0, report.indexOf("\"policies\"")) + "\"policies\":[]}";

    assertThat(accepted(Bodies.read(empty)).policies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"date-range\":{             | \"date-range\":[],\"x\":{",
        "\"policy\":{                 | \"policy\":[],\"x\":{",
        "\"summary\":{                | \"summary\":3,\"x\":{",
        "\"failure-details\":[        | \"failure-details\":{},\"x\":[",
        "{\"result-type\"             | null,{\"result-type\"",
        "\"Sender\"                   | true",
        "\"Sender\"                   | [\"Sender\"]",
        "\"tls@sender.example\"       | {}",
        "\"sts\"                      | false",
        "\"example.com\"              | 1",
        "\"2026-11-20T00:00:00Z\"     | 20261120",
        "count\":9                    | count\":[]",
        "count\":9                    | count\":false",
        "\"policy-type\"              | \"policy-string\":3,\"policy-type\"",
        "\"policy-type\"              | \"policy-string\":[\"a\",null],\"policy-type\"",
        "\"policy-type\"              | \"mx-host\":{},\"policy-type\"",
        "\"certificate-expired\"      | []"
      })
  void otherJsonTypesAreRefused(String part, String replacement) {
    refused(Bodies.read(smallReport(part, replacement)), RefusalCode.BAD_TYPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"date-range\":{      | \"date-range\":\"today\",\"x\":{   | date-range must be an object",
        "\"policies\":[        | \"policies\":{},\"x\":[          | policies must be an array",
        "\"policies\":[        | \"policies\":[[],                | policies must be an object",
        "\"policy\":{          | \"policy\":\"sts\",\"x\":{         | policy must be an object",
        "\"summary\":{         | \"summary\":\"none\",\"x\":{       | summary must be an object",
        "\"failure-details\":[ | \"failure-details\":{},\"x\":[   | failure-details must be an array",
        "\"policy-type\"       | \"mx-host\":{},\"policy-type\"   | mx-host must be an array"
      })
  void refusalOfAnotherJsonTypeSaysWhichIsRight(String part, String replacement, String rule) {
    Reading.Refused refused = (Reading.Refused) Bodies.read(smallReport(part, replacement));

    assertThat(refused.detail()).isEqualTo(rule + ", got another JSON type");
  }

  @Test
  void refusalOfBadJsonSaysWhereItIs() {
    Reading.Refused refused = (Reading.Refused) Bodies.read("{\n  oops");

    assertThat(refused.code()).isEqualTo(RefusalCode.BAD_JSON);
    assertThat(refused.detail()).endsWith("at line 2, column 3");
  }

  @Test
  void numberAsTextIsReadWithAWarning() {
    String report = smallReport("\"report-id\":\"1\"", "\"report-id\":17e2");

    assertThat(accepted(Bodies.read(report), WarningCode.WARN_TYPE).reportId()).isEqualTo("17e2");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.0, 0",
    "-0e9, 0",
    "10, 10",
    "1.5e1, 15",
    "1500e-2, 15",
    "1E+2, 100",
    "12.000, 12",
    "1e12, 1000000000000"
  })
  void wholeNumberInAnyFormIsACount(String number, long count) {
    assertThat(onlyPolicy(accepted(Bodies.read(withCount(number)))).counts().successful())
        .isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "0.5",
        "1e-1",
        "1e-2147483647",
        "-1e30",
        "\"\"",
        "\"1.0\"",
        "\"-1\"",
        "\"many\""
      })
  void anythingElseIsNoCount(String number) {
    refused(Bodies.read(withCount(number)), RefusalCode.BAD_COUNT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e13",
        "1e2147483647",
        "1e2147483648",
        "\"1000000000001\"",
        "\"99999999999999999999\""
      })
  void countBeyondReasonIsRefused(String number) {
    refused(Bodies.read(withCount(number)), RefusalCode.IMPLAUSIBLE_COUNT);
  }

  @Test
  void numberOfMoreThan100CharactersIsNotWorkedOut() {
    accepted(Bodies.read(withCount("1." + "0".repeat(98))));
    refused(Bodies.read(withCount("1." + "0".repeat(99))), RefusalCode.IMPLAUSIBLE_COUNT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "0042"})
  void digitsInAStringAreACountWithAWarning(String digits) {
    Report report = accepted(Bodies.read(withCount('"' + digits + '"')), WarningCode.WARN_TYPE);

    assertThat(onlyPolicy(report).counts().successful()).isEqualTo(42);
  }

  @Test
  void absentTotalOfFailuresIsSummedUpFromTheDetails() {
    String report = smallReport(",\"total-failure-session-count\":3", "");

    assertThat(onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_COUNT)).counts())
        .isEqualTo(new SessionCounts(9, 3));
  }

  @Test
  void absentTotalOfSuccessesIsNone() {
    String report = smallReport("\"total-successful-session-count\":9,", "");

    assertThat(onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_COUNT)).counts())
        .isEqualTo(new SessionCounts(0, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"summary\":null", ",\"summary\":{}"})
  void absentSummaryCountsLikeAbsentTotals(String summary) {
    String report = smallReport(SUMMARY, summary);

    assertThat(onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_COUNT)).counts())
        .isEqualTo(new SessionCounts(0, 3));
  }

  @Test
  void summaryMayComeAfterTheDetails() {
    String report = smallReport(SUMMARY, "").replace("3}]}", "3}]" + SUMMARY + "}");

    assertThat(onlyPolicy(accepted(Bodies.read(report))).counts())
        .isEqualTo(new SessionCounts(9, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]"})
  void failuresWithoutDetailsAreAWarning(String details) {
    String report =
        smallReport(
            "[{\"result-type\":\"certificate-expired\",\"failed-session-count\":3}]", details);

    assertThat(onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_SUM)).failures())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"policy-domain\":null", ",\"policy-domain\":\"\""})
  void absentPolicyDomainIsAWarning(String member) {
    String report = smallReport(DOMAIN, member);

    assertThat(onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_DOMAIN)).policyDomain())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Example.COM,          example.com",
    "example.com.,         example.com",
    "xn--gpher-jua.test,   xn--gpher-jua.test",
    "_dmarc.example.com,   _dmarc.example.com",
    "0az9.a-0_z.example,   0az9.a-0_z.example",
    "localhost,            localhost"
  })
  void policyDomainIsNormalised(String written, String normal) {
    String report = smallReport("\"example.com\"", '"' + written + '"');

    assertThat(onlyPolicy(accepted(Bodies.read(report))).policyDomain()).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "..",
        "example..com",
        ".example.com",
        "example.com..",
        "-a.com",
        "a-.com",
        " example.com",
        "exa mple.com",
        "example.com\\u0000",
        "ex\u0430mple.com",
        "example\u3002com",
        "\u212a.com",
        "*.example.com",
        "`.example.com",
        "{.example.com",
        "user@example.com",
        "example.com/x",
        "example.com:25"
      })
  void policyDomainIsNeverRepaired(String written) {
    refused(
        Bodies.read(smallReport("\"example.com\"", '"' + written + '"')), RefusalCode.BAD_DOMAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "MX1.Example.com.,mx1.example.com",
    "mx1.example.com..,mx1.example.com..",
    ".,''",
    "\u212aelvin.example,\u212aelvin.example"
  })
  void hostNameIsNormalisedOnce(String written, String normal) {
    String report = withFailureMembers("\"receiving-mx-hostname\":\"" + written + '"');

    assertThat(onlyPolicy(accepted(Bodies.read(report))).failures().get(0).receivingMxHostname())
        .isEqualTo(normal);
  }

  @Test
  void longestPolicyDomainIsRead() {
    String longest = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);

    accepted(Bodies.read(smallReport("\"example.com\"", '"' + longest + '"')));
    refused(
        Bodies.read(smallReport("\"example.com\"", '"' + longest + "a\"")), RefusalCode.BAD_DOMAIN);
    refused(
        Bodies.read(smallReport("\"example.com\"", '"' + "a".repeat(64) + ".com\"")),
        RefusalCode.BAD_DOMAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"version: STSv1\\r\",\"mode: none\\r\"]         | WARN_LINE_END",
        "[\"version: STSv1\\r\\nmode: none\\r\\n\"]        | WARN_LINE_END",
        "[\"version: STSv1\\nmode: none\"]                | WARN_LINE_END",
        "[\"[\\\"version: STSv1\\\",\\\"mode: none\\\"]\"] | WARN_TYPE",
        "\"[\\\"version: STSv1\\\",\\\"mode: none\\\"]\"   | WARN_TYPE"
      })
  void linesOfAPolicyAreTakenApart(String written, WarningCode warning) {
    String report = smallReport(TYPE, TYPE + ",\"policy-string\":" + written);

    assertThat(onlyPolicy(accepted(Bodies.read(report), warning)).policyString())
        .containsExactly("version: STSv1", "mode: none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\r", "\\n"})
  void lineThatIsEmptyIsALine(String end) {
    String report = smallReport(TYPE, TYPE + ",\"policy-string\":[\"" + end + "mode: none\"]");

    assertThat(onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_LINE_END)).policyString())
        .containsExactly("", "mode: none");
  }

  @Test
  void policyInOneStringIsReadWithAWarning() {
    String report = smallReport(TYPE, TYPE + ",\"policy-string\":\"version: STSv1\"");

    assertThat(onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_TYPE)).policyString())
        .containsExactly("version: STSv1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[]", "[1]", "[\\\"a\\\"", "[\\\"a\\\"]x", "[[\\\"a\\\"]]", "[a]"})
  void textThatOnlyLooksLikeAnArrayStaysText(String text) {
    String report = smallReport(TYPE, TYPE + ",\"policy-string\":[\"" + text + "\"]");

    assertThat(onlyPolicy(accepted(Bodies.read(report))).policyString())
        .containsExactly(text.replace("\\", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]"})
  void absentListsAreEmpty(String list) {
    String report = smallReport(TYPE, TYPE + ",\"policy-string\":" + list + ",\"mx-host\":" + list);

    ReportedPolicy policy = onlyPolicy(accepted(Bodies.read(report)));

    assertThat(policy.policyString()).isEmpty();
    assertThat(policy.mxHosts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"mx-host\":[\"*.Example.com.\"],\"mx-host-pattern\":[\"x\"]",
        "\"mx-host-pattern\":[\"x\"],\"mx-host\":[\"*.Example.com.\"]",
        "\"mx-host-pattern\":\"*.Example.com.\""
      })
  void registeredNameOfTheHostsComesFirst(String members) {
    String report = smallReport(TYPE, TYPE + "," + members);

    assertThat(onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_FIELD_NAME)).mxHosts())
        .containsExactly("*.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"failure-reason-code\":\"r\",\"failure-error-code\":\"e\"",
        "\"failure-error-code\":\"e\",\"failure-reason-code\":\"r\"",
        "\"failure-error-code\":\"r\""
      })
  void registeredNameOfTheReasonComesFirst(String members) {
    String report = withFailureMembers(members);

    assertThat(
            onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_FIELD_NAME))
                .failures()
                .get(0)
                .failureReasonCode())
        .isEqualTo("r");
  }

  @Test
  void whatIsNoAddressIsDroppedWithAWarning() {
    String report =
        withFailureMembers("\"sending-mta-ip\":\"db.corp.example\",\"receiving-ip\":\"::0001\"");

    var failure = onlyPolicy(accepted(Bodies.read(report), WarningCode.WARN_IP)).failures().get(0);

    assertThat(failure.sendingMtaIp()).isNull();
    assertThat(failure.receivingIp()).isEqualTo("::1");
  }

  @Test
  void resultTypeOutsideTheRegistryIsKeptWithAWarning() {
    String report = smallReport("certificate-expired", "Quantum-Flux");

    assertThat(
            onlyPolicy(accepted(Bodies.read(report), WarningCode.UNKNOWN_RESULT_TYPE))
                .failures()
                .get(0)
                .resultType())
        .isEqualTo(new ResultType("Quantum-Flux"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\":1", "\"result-type\":null"})
  void absentResultTypeIsAWarning(String member) {
    String report = smallReport("\"result-type\":\"certificate-expired\"", member);

    Reading.Accepted accepted = (Reading.Accepted) Bodies.read(report);

    assertThat(accepted.warnings())
        .extracting(Warning::code)
        .contains(WarningCode.WARN_RESULT_TYPE);
  }

  @Test
  void absentCountOfAFailureIsNone() {
    String report = smallReport(",\"failed-session-count\":3", "");

    Report read = accepted(Bodies.read(report), WarningCode.WARN_COUNT, WarningCode.WARN_SUM);

    assertThat(onlyPolicy(read).failures().get(0).failedSessions()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"organization-name\"",
        "\"start-datetime\"",
        "\"policy\"",
        "\"policy-type\"",
        "\"total-successful-session-count\"",
        "\"result-type\""
      })
  void unknownFieldsAreSkippedEverywhere(String before) {
    String report = smallReport(before, "\"x\":{\"y\":[1,{\"z\":null}]}," + before);

    assertThat(accepted(Bodies.read(report), WarningCode.UNKNOWN_FIELDS))
        .isEqualTo(accepted(Bodies.read(smallReport())));
  }

  @Test
  void warningOfOneKindIsGivenOnceWithItsFirstPlace() {
    String report = smallReport("\"organization-name\"", "\"x\":1,\"y\":2,\"organization-name\"");

    Reading.Accepted accepted = (Reading.Accepted) Bodies.read(report);

    assertThat(accepted.warnings())
        .containsExactly(
            new Warning(WarningCode.UNKNOWN_FIELDS, "\"x\" is not a field that RFC 8460 knows"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 11, 12, 13, 14, 100})
  void duplicateNameIsFoundInSkippedObjectsOfAnySize(int names) {
    StringBuilder members = new StringBuilder("\"n0\":0");
    for (int i = 1; i < names; i++) {
      members.append(",\"n").append(i).append("\":0");
    }
    String unique = smallReport("\"report-id\"", "\"x\":{" + members + "},\"report-id\"");
    String last = "\"n" + (names - 1) + "\":0";

    accepted(Bodies.read(unique), WarningCode.UNKNOWN_FIELDS);
    refused(Bodies.read(unique.replace(last, last + ',' + last)), RefusalCode.DUPLICATE_KEY);
    refused(Bodies.read(unique.replace(last, last + ",\"n0\":0")), RefusalCode.DUPLICATE_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\ufeff", "\n\t"})
  void bodyWithoutAnyValueIsEmpty(String body) {
    refused(Bodies.read(body), RefusalCode.EMPTY_BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "true", "\"x\"", "[{\"a\":[]}]"})
  void onlyAnObjectIsAReport(String body) {
    refused(Bodies.read(body), RefusalCode.NOT_A_REPORT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "\u0000", ",", "]", "1", "\""})
  void nothingMayFollowTheReport(String garbage) {
    refused(Bodies.read(smallReport() + garbage), RefusalCode.TRAILING_DATA);
    refused(Bodies.read("1 " + garbage), RefusalCode.TRAILING_DATA);
  }

  private static String withCount(String number) {
    return smallReport("-count\":9", "-count\":" + number);
  }

  private static String withFailureMembers(String members) {
    return smallReport("\"failed-session-count\":3", "\"failed-session-count\":3," + members);
  }

  private static ReportedPolicy onlyPolicy(Report report) {
    assertThat(report.policies()).isEqualTo(List.of(report.policies().get(0)));
    return report.policies().get(0);
  }
}

package farol.wire;

import static farol.wire.Bodies.gzip;
import static farol.wire.Bodies.smallReport;
import static farol.wire.Bodies.utf8;
import static farol.wire.ReadingAssert.accepted;
import static farol.wire.ReadingAssert.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import farol.domain.report.FailureDetail;
import farol.domain.report.Report;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit just below it, at it, and just beyond. */
class LimitsTest {
  private static final String ASTRAL = "\ud83d\ude00";
  private static final String END = "]}";

  @ParameterizedTest
  @ValueSource(ints = {(1 << 20) - 1, 1 << 20})
  void bodyOfOneMebibyteIsRead(int length) {
    accepted(Bodies.read(padded(length), null, null));
  }

  @Test
  void largerBodyIsRefused() {
    refused(Bodies.read(padded((1 << 20) + 1), null, null), RefusalCode.BODY_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {(10 << 20) - 1, 10 << 20})
  void tenMebibytesDecodedAreRead(int length) {
    accepted(Bodies.read(gzip(padded(length)), null, null));
  }

  @Test
  void moreDecodedIsRefused() {
    byte[] body = gzip(padded((10 << 20) + 1));

    refused(Bodies.read(body, null, null), RefusalCode.DECODED_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "1, false"})
  void decodedBytesAreSummedOverLayers(int beyond, boolean isRead) {
    int length = (10 << 20) - 12_000;
    byte[] inner = gzip(padded(length));
    int missing = (10 << 20) + beyond - length - inner.length;
    byte[] named = withComment(inner, missing);

    Reading reading = Bodies.read(gzip(named), null, "gzip");

    if (isRead) {
      accepted(reading);
    } else {
      refused(reading, RefusalCode.DECODED_TOO_LARGE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 16})
  void sixteenGzipMembersAreRead(int members) {
    accepted(Bodies.read(inMembers(members), null, null));
  }

  @Test
  void moreGzipMembersAreRefused() {
    refused(Bodies.read(inMembers(17), null, null), RefusalCode.BAD_GZIP);
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32})
  void jsonOfDepth32IsRead(int depth) {
    accepted(Bodies.read(ofDepth(depth)), WarningCode.UNKNOWN_FIELDS);
  }

  @Test
  void deeperJsonIsRefused() {
    refused(Bodies.read(ofDepth(33)), RefusalCode.TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(ints = {999_999, 1_000_000})
  void aMillionTokensAreRead(int tokens) throws IOException {
    accepted(readCompressed(ofTokens(tokens)), WarningCode.UNKNOWN_FIELDS);
  }

  @Test
  void moreTokensAreRefused() throws IOException {
    refused(readCompressed(ofTokens(1_000_001)), RefusalCode.STRUCTURE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {16_383, 16_384})
  void namesOpenAtOnceAreRead(int names) {
    accepted(readCompressed(withOpenNames(names)), WarningCode.UNKNOWN_FIELDS);
  }

  @Test
  void moreNamesOpenAtOnceAreRefused() {
    refused(readCompressed(withOpenNames(16_385)), RefusalCode.STRUCTURE_TOO_LARGE);
  }

  @Test
  void namesOfClosedObjectsAreForgotten() {
    String objects = many(20_000, "{\"a\":1,\"b\":2}");

    accepted(readCompressed(withMember("\"x\":[" + objects + "]")), WarningCode.UNKNOWN_FIELDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256})
  void nameOf256CharactersIsRead(int length) {
    String member = '"' + "n".repeat(length) + "\":1";

    accepted(Bodies.read(withMember(member)), WarningCode.UNKNOWN_FIELDS);
  }

  @Test
  void longerNameIsRefused() {
    String member = '"' + "n".repeat(257) + "\":1";

    refused(Bodies.read(withMember(member)), RefusalCode.STRUCTURE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {(512 << 10) - 1, 512 << 10})
  void stringOfHalfAMebibyteIsTruncated(int length) {
    accepted(Bodies.read(withContact("c".repeat(length))), WarningCode.TRUNCATED);
  }

  @Test
  void longerStringIsRefused() {
    refused(Bodies.read(withContact("c".repeat((512 << 10) + 1))), RefusalCode.STRUCTURE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 1000})
  void aThousandPoliciesAreRead(int policies) {
    assertThat(accepted(Bodies.read(withPolicies(policies))).policies()).hasSize(policies);
  }

  @Test
  void morePoliciesAreRefused() {
    refused(Bodies.read(withPolicies(1001)), RefusalCode.STRUCTURE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {19_999, 20_000})
  void twentyThousandFailureDetailsAreRead(int details) {
    Report report = accepted(readCompressed(withFailures(details)), WarningCode.WARN_SUM);

    assertThat(report.policies().get(0).failures()).hasSize(details);
  }

  @Test
  void moreFailureDetailsAreRefused() {
    refused(readCompressed(withFailures(20_001)), RefusalCode.STRUCTURE_TOO_LARGE);
  }

  @Test
  void failureDetailsAreSummedOverPolicies() {
    String failures = many(10_001, "{\"result-type\":\"tlsa-invalid\",\"failed-session-count\":1}");
    String policy = "{\"policy\":{\"policy-type\":\"sts\"},\"failure-details\":[" + failures + "]}";

    refused(
        readCompressed(
            smallReport("\"policies\":[", "\"policies\":[" + policy + "," + policy + ",")),
        RefusalCode.STRUCTURE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {49_999, 50_000})
  void fiftyThousandListedStringsAreRead(int strings) {
    accepted(readCompressed(withListedStrings(strings)));
  }

  @Test
  void moreListedStringsAreRefused() {
    refused(readCompressed(withListedStrings(50_001)), RefusalCode.STRUCTURE_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999", "1000000000000", "1e12"})
  void countUpToATrillionIsRead(String count) {
    accepted(Bodies.read(withCount(count)));
  }

  @Test
  void largerCountIsRefused() {
    refused(Bodies.read(withCount("1000000000001")), RefusalCode.IMPLAUSIBLE_COUNT);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-21T00:00:00Z, true",
    "2026-10-20T23:59:59Z, true",
    "2026-10-20T23:59:58Z, false"
  })
  void windowCoversAtMost31Days(String start, boolean isRead) {
    assertInRange(Bodies.read(smallReport("2026-11-20T00:00:00Z", start)), isRead);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T23:59:58Z, true",
    "2026-11-20T23:59:59Z, false",
    "2026-11-21T00:00:00Z, false"
  })
  void windowStartsBeforeItEnds(String start, boolean isRead) {
    assertInRange(Bodies.read(smallReport("2026-11-20T00:00:00Z", start)), isRead);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-01-01T00:00:01Z, true",
    "2016-01-01T00:00:00Z, true",
    "2015-12-31T23:59:59Z, false",
    "2016-01-01T00:59:59+01:00, false"
  })
  void windowStartsNoEarlierThan2016(String start, boolean isRead) {
    String report = smallReport("2026-11-20T23:59:59Z", "2016-01-02T00:00:00Z");

    assertInRange(Bodies.read(report.replace("2026-11-20T00:00:00Z", start)), isRead);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T05:59:59Z, true",
    "2026-11-23T06:00:00Z, true",
    "2026-11-23T06:00:01Z, false"
  })
  void windowEndsAtMost48HoursAfterItIsReceived(String end, boolean isRead) {
    assertInRange(Bodies.read(smallReport("2026-11-20T23:59:59Z", end)), isRead);
  }

  @ParameterizedTest
  @ValueSource(ints = {254, 255})
  void organizationOf255CharactersIsKept(int length) {
    assertThat(accepted(Bodies.read(withOrganization(length))).organization())
        .isEqualTo(ASTRAL.repeat(length));
  }

  @Test
  void longerOrganizationIsTruncated() {
    assertThat(accepted(Bodies.read(withOrganization(256)), WarningCode.TRUNCATED).organization())
        .isEqualTo(ASTRAL.repeat(255));
  }

  @ParameterizedTest
  @ValueSource(ints = {319, 320})
  void contactOf320CharactersIsKept(int length) {
    assertThat(accepted(Bodies.read(withContact(ASTRAL.repeat(length)))).contact())
        .isEqualTo(ASTRAL.repeat(length));
  }

  @Test
  void longerContactIsTruncated() {
    String report = withContact(ASTRAL.repeat(321));

    assertThat(accepted(Bodies.read(report), WarningCode.TRUNCATED).contact())
        .isEqualTo(ASTRAL.repeat(320));
  }

  @ParameterizedTest
  @ValueSource(ints = {997, 998})
  void reportIdOf998CharactersIsKept(int length) {
    assertThat(accepted(Bodies.read(withReportId(length))).reportId())
        .isEqualTo(ASTRAL.repeat(length));
  }

  @Test
  void longerReportIdIsRefused() {
    refused(Bodies.read(withReportId(999)), RefusalCode.FIELD_TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(ints = {4095, 4096})
  void otherTextOf4096CharactersIsKept(int length) {
    assertThat(onlyFailure(accepted(Bodies.read(withReason(length)))).failureReasonCode())
        .isEqualTo(ASTRAL.repeat(length));
  }

  @Test
  void longerOtherTextIsTruncated() {
    Report report = accepted(Bodies.read(withReason(4097)), WarningCode.TRUNCATED);

    assertThat(onlyFailure(report).failureReasonCode()).isEqualTo(ASTRAL.repeat(4096));
  }

  private static void assertInRange(Reading reading, boolean isRead) {
    if (isRead) {
      accepted(reading);
    } else {
      refused(reading, RefusalCode.BAD_DATE_RANGE);
    }
  }

  private static Reading readCompressed(String json) {
    return Bodies.read(gzip(utf8(json)), null, null);
  }

  private static FailureDetail onlyFailure(Report report) {
    return report.policies().get(0).failures().get(0);
  }

  private static byte[] padded(int length) {
    byte[] body = Arrays.copyOf(utf8(smallReport()), length);
    Arrays.fill(body, smallReport().length(), length, (byte) ' ');
    return body;
  }

  /** A gzip body of one member with a comment that makes it longer by so many bytes. */
  private static byte[] withComment(byte[] gzip, int longerBy) {
    byte[] header = Arrays.copyOf(gzip, 10);
    header[3] |= 1 << 4;
    byte[] comment = new byte[longerBy];
    Arrays.fill(comment, 0, longerBy - 1, (byte) 'c');
    return Bodies.concat(header, comment, Arrays.copyOfRange(gzip, 10, gzip.length));
  }

  private static byte[] inMembers(int members) {
    byte[][] parts = new byte[members][];
    Arrays.fill(parts, gzip(new byte[0]));
    parts[members - 1] = gzip(utf8(smallReport()));
    return Bodies.concat(parts);
  }

  private static String ofDepth(int depth) {
    return withMember("\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1));
  }

  private static String ofTokens(int tokens) throws IOException {
    int others = tokens(withMember("\"x\":[]"));
    return withMember("\"x\":[" + many(tokens - others, "1") + "]");
  }

  private static int tokens(String json) throws IOException {
    int tokens = 0;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** The small report has five names at its top. */
  private static String withOpenNames(int names) {
    return withMember(
        IntStream.range(0, names - 5)
            .mapToObj(i -> "\"n" + i + "\":1")
            .collect(Collectors.joining(",")));
  }

  private static String withMember(String member) {
    String report = smallReport();
    return report.substring(0, report.length() - END.length()) + "]," + member + "}";
  }

  private static String withPolicies(int policies) {
    String policy =
        """
        {"policy":{"policy-type":"sts","policy-domain":"example.com"},\
        "summary":{"total-successful-session-count":1,"total-failure-session-count":0}}""";
    return smallReport("\"policies\":[", "\"policies\":[" + many(policies - 1, policy) + ",");
  }

  private static String withFailures(int failures) {
    String failure = "{\"result-type\":\"tlsa-invalid\",\"failed-session-count\":1}";
    return smallReport(
        "\"failure-details\":[", "\"failure-details\":[" + many(failures - 1, failure) + ",");
  }

  private static String withListedStrings(int strings) {
    return smallReport(
        "\"policy-type\":\"sts\"",
        "\"policy-type\":\"sts\",\"policy-string\":[\"a\"],\"mx-host\":["
            + many(strings - 1, "\"b\"")
            + "]");
  }

  private static String many(int count, String item) {
    return (item + ",").repeat(count - 1) + item;
  }

  private static String withCount(String count) {
    return smallReport("-count\":9", "-count\":" + count);
  }

  private static String withOrganization(int length) {
    return smallReport("\"Sender\"", '"' + ASTRAL.repeat(length) + '"');
  }

  private static String withContact(String contact) {
    return smallReport("tls@sender.example", contact);
  }

  private static String withReportId(int length) {
    return smallReport("\"report-id\":\"1\"", "\"report-id\":\"" + ASTRAL.repeat(length) + '"');
  }

  private static String withReason(int length) {
    return smallReport(
        "\"failed-session-count\":3",
        "\"failed-session-count\":3,\"failure-reason-code\":\"" + ASTRAL.repeat(length) + '"');
  }
}

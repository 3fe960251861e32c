package farol.wire;

import static farol.wire.Bodies.gzip;
import static farol.wire.Bodies.smallReport;
import static farol.wire.Bodies.utf8;
import static farol.wire.ReadingAssert.accepted;
import static farol.wire.ReadingAssert.refused;
import static farol.wire.SizedReports.inLayers;
import static farol.wire.SizedReports.inMembers;
import static farol.wire.SizedReports.many;
import static farol.wire.SizedReports.ofDepth;
import static farol.wire.SizedReports.ofTokens;
import static farol.wire.SizedReports.padded;
import static farol.wire.SizedReports.withComment;
import static farol.wire.SizedReports.withContact;
import static farol.wire.SizedReports.withCount;
import static farol.wire.SizedReports.withFailureMember;
import static farol.wire.SizedReports.withFailures;
import static farol.wire.SizedReports.withListedStrings;
import static farol.wire.SizedReports.withMember;
import static farol.wire.SizedReports.withOpenNames;
import static farol.wire.SizedReports.withOrganization;
import static farol.wire.SizedReports.withPolicies;
import static farol.wire.SizedReports.withReportId;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.Report;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit just below it, at it, and just beyond. */
class LimitsTest {
  private static final String ASTRAL = "\ud83d\ude00";

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
  @ValueSource(ints = {1, 2})
  void oneLayerForTheContentCodingAndOneForTheMediaTypeAreRead(int layers) {
    accepted(readCoded(inLayers(layers)));
  }

  @Test
  void moreLayersAreRefused() {
    refused(readCoded(inLayers(3)), RefusalCode.NESTED_COMPRESSION);
  }

  @Test
  void layerForAContentCodingThatIsNotSaidIsRefused() {
    refused(Bodies.read(inLayers(2), null, null), RefusalCode.NESTED_COMPRESSION);
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
    assertThat(accepted(Bodies.read(withOrganization(ASTRAL.repeat(length)))).organization())
        .isEqualTo(ASTRAL.repeat(length));
  }

  @Test
  void longerOrganizationIsTruncated() {
    assertThat(
            accepted(Bodies.read(withOrganization(ASTRAL.repeat(256))), WarningCode.TRUNCATED)
                .organization())
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
    assertThat(accepted(Bodies.read(withReportId(ASTRAL.repeat(length)))).reportId())
        .isEqualTo(ASTRAL.repeat(length));
  }

  @Test
  void longerReportIdIsRefused() {
    refused(Bodies.read(withReportId(ASTRAL.repeat(999))), RefusalCode.FIELD_TOO_LONG);
  }

  @ParameterizedTest
  @MethodSource("reportsWithOtherText")
  void otherTextOf4096CharactersIsKept(String report) {
    for (int length = 4095; length <= 4096; length++) {
      assertThat(longestText(report, length)).isEqualTo(length);
    }
  }

  @ParameterizedTest
  @MethodSource("reportsWithOtherText")
  void longerOtherTextIsTruncated(String report) {
    assertThat(longestText(report, 4097)).isEqualTo(4096);
  }

  static Stream<String> reportsWithOtherText() {
    return Stream.of(
        smallReport("\"sts\"", "\"TEXT\""),
        smallReport("\"policy-type\"", "\"policy-string\":[\"TEXT\"],\"policy-type\""),
        smallReport("\"policy-type\"", "\"mx-host\":[\"TEXT\"],\"policy-type\""),
        smallReport("\"certificate-expired\"", "\"TEXT\""),
        withFailureMember("receiving-mx-hostname", "TEXT"),
        withFailureMember("receiving-mx-helo", "TEXT"),
        withFailureMember("additional-information", "TEXT"),
        withFailureMember("failure-reason-code", "TEXT"),
        withFailureMember("failure-error-code", "TEXT"));
  }

  /** So many characters are written in place of TEXT; returns how many of them were kept. */
  private static int longestText(String report, int length) {
    Reading.Accepted accepted =
        (Reading.Accepted) Bodies.read(report.replace("TEXT", ASTRAL.repeat(length)));
    int kept = accepted.report().toString().split(ASTRAL, -1).length - 1;

    assertThat(accepted.warnings().stream().anyMatch(w -> w.code() == WarningCode.TRUNCATED))
        .isEqualTo(kept < length);
    return kept;
  }

  private static void assertInRange(Reading reading, boolean isRead) {
    if (isRead) {
      accepted(reading);
    } else {
      refused(reading, RefusalCode.BAD_DATE_RANGE);
    }
  }

  private static Reading readCoded(byte[] body) {
    return Bodies.read(body, null, "gzip");
  }

  private static Reading readCompressed(String json) {
    return Bodies.read(gzip(utf8(json)), null, null);
  }
}

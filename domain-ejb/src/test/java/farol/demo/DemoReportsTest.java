package farol.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.CountedReport;
import farol.domain.report.FailureDetail;
import farol.domain.report.Report;
import farol.domain.report.ResultType;
import farol.wire.Reading;
import farol.wire.ReadingLimits;
import farol.wire.ReportReader;
import farol.wire.Warning;
import farol.wire.WarningCode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoReportsTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
  private static final Instant RECEIVED_AT =
      LAST_DAY.plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC);
  private static final ReportReader READER = new ReportReader(ReadingLimits.defaults());
  private static final List<DemoReport> REPORTS = DemoReports.endingOn(LAST_DAY);
  private static final Map<DemoReport, Reading> READINGS =
      REPORTS.stream().collect(Collectors.toMap(report -> report, DemoReportsTest::read));

  private record Failure(LocalDate day, DemoReporter reporter, FailureDetail detail) {
    private String host() {
      return String.valueOf(detail.receivingMxHostname());
    }
  }

  @Test
  void sameLastDayGivesTheSameBytes() {
    assertThat(DemoReports.endingOn(LAST_DAY)).isEqualTo(REPORTS);
    assertThat(REPORTS)
        .allSatisfy(
            report ->
                assertThat(
                        DemoReports.json(
                            new DemoReport(
                                report.lastDay(),
                                report.day(),
                                report.domain(),
                                report.reporter())))
                    .isEqualTo(DemoReports.json(report)));
  }

  @Test
  void bytesAreTheSameOnEveryMachine() {
    assertThat(
            new String(
                DemoReports.json(
                    new DemoReport(
                        LAST_DAY,
                        LAST_DAY.minusDays(17),
                        DemoDomain.LIGHTHOUSE,
                        DemoReporter.ANCHOR)),
                StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"organization-name":"Anchor Savings Bank",\
            "date-range":{"start-datetime":"2026-11-03T00:00:00Z",\
            "end-datetime":"2026-11-03T23:59:59Z"},\
            "contact-info":"tls-reports@anchor-savings.example",\
            "report-id":"2026-11-03T00:00:00Z_idx1_lighthouse.example",\
            "policies":[{"summary":{"total-successful-session-count":48,\
            "total-failure-session-count":19},"policy":{"policy-type":"sts",\
            "policy-string":["version: STSv1","mode: enforce","mx: mx1.lighthouse.example",\
            "mx: mx2.lighthouse.example","max_age: 604800"],"policy-domain":"lighthouse.example",\
            "mx-host":["mx1.lighthouse.example","mx2.lighthouse.example"]},\
            "failure-details":[{"result-type":"certificate-expired",\
            "sending-mta-ip":"198.51.100.128","receiving-ip":"192.0.2.12",\
            "receiving-mx-hostname":"mx2.lighthouse.example","failed-session-count":19,\
            "failure-reason-code":"certificate_has_expired"}]}]}""");
  }

  @Test
  void coversSixtyDaysUpToTheLast() {
    assertThat(REPORTS.stream().map(DemoReport::day).collect(Collectors.toSet()))
        .hasSize(60)
        .contains(LAST_DAY, LAST_DAY.minusDays(59));
    assertThat(REPORTS).hasSizeBetween(1_800, 2_200);
  }

  @Test
  void isOrderedByDayThenDomainThenReporter() {
    assertThat(REPORTS)
        .isSortedAccordingTo(
            (one, other) -> {
              int days = one.day().compareTo(other.day());
              int domains = one.domain().compareTo(other.domain());
              return days != 0
                  ? days
                  : domains != 0 ? domains : one.reporter().compareTo(other.reporter());
            });
  }

  @Test
  void everyReportIsAcceptedWithNoWarningButItsSendersOwn() {
    assertThat(REPORTS)
        .allSatisfy(
            report -> {
              Reading reading = reading(report);
              assertThat(reading).isInstanceOf(Reading.Accepted.class);
              assertThat(((Reading.Accepted) reading).warnings())
                  .extracting(Warning::code)
                  .containsExactlyElementsOf(expectedWarnings(report));
            });
  }

  @Test
  void everyReportCountsForItsDomainAlone() {
    assertThat(REPORTS)
        .allSatisfy(
            report ->
                assertThat(counted(report).policies())
                    .isNotEmpty()
                    .allSatisfy(policy -> assertThat(policy.attribution().isCounted()).isTrue()));
  }

  @Test
  void noTwoReportsOfAReporterShareAnId() {
    Set<String> ids = new HashSet<>();
    assertThat(REPORTS)
        .allSatisfy(
            report ->
                assertThat(ids.add(report.reporter() + " " + accepted(report).reportId()))
                    .isTrue());
  }

  @Test
  void certificateExpiresOnOneHostAndIsRenewedTwoDaysLater() {
    List<Failure> expired =
        failures(DemoDomain.LIGHTHOUSE).stream()
            .filter(failure -> ResultType.CERTIFICATE_EXPIRED.equals(failure.detail().resultType()))
            .toList();

    assertThat(expired).extracting(Failure::host).containsOnly("mx2.lighthouse.example");
    assertThat(expired.stream().map(Failure::day).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            LAST_DAY.minusDays(18), LAST_DAY.minusDays(17), LAST_DAY.minusDays(16));
    assertThat(expired.stream().map(Failure::reporter).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(DemoReporter.values());
  }

  @Test
  void hostMissingFromThePolicyFailsUntilTheLastDay() {
    List<Failure> missing =
        failures(DemoDomain.HARBOR).stream()
            .filter(failure -> failure.host().equals("mx3.harbor.example"))
            .toList();

    assertThat(missing)
        .extracting(failure -> failure.detail().resultType())
        .containsOnly(ResultType.VALIDATION_FAILURE);
    assertThat(missing)
        .extracting(failure -> failure.detail().failureReasonCode())
        .contains("MX_HOSTS_MISMATCH", "mtasts-policy-mx-mismatch", "mx-mismatch", null);
    assertThat(missing.stream().map(Failure::day).collect(Collectors.toSet()))
        .hasSize(24)
        .contains(LAST_DAY, LAST_DAY.minusDays(23));
  }

  @Test
  void storiesAreInTheCountedNumbers() {
    Map<LocalDate, Long> lighthouse = failedByDay(DemoDomain.LIGHTHOUSE);
    Map<LocalDate, Long> harbor = failedByDay(DemoDomain.HARBOR);

    assertThat(lighthouse.get(LAST_DAY.minusDays(17))).isGreaterThan(200);
    assertThat(lighthouse.get(LAST_DAY.minusDays(15))).isLessThan(10);
    assertThat(harbor.get(LAST_DAY.minusDays(24))).isLessThan(10);
    assertThat(harbor.get(LAST_DAY)).isGreaterThan(50);
  }

  @Test
  void healthyDomainHasNothingButNoise() {
    long failed = failedByDay(DemoDomain.PHAROS).values().stream().mapToLong(Long::longValue).sum();

    assertThat(failed).isBetween(1L, 60L);
    assertThat(failures(DemoDomain.PHAROS))
        .allSatisfy(failure -> assertThat(failure.day()).isBefore(LAST_DAY.minusDays(2)));
  }

  @Test
  void oneReporterFellSilentTwoWeeksAgo() {
    Map<DemoReporter, LocalDate> last = new TreeMap<>();
    REPORTS.forEach(report -> last.put(report.reporter(), report.day()));

    assertThat(last.remove(DemoReporter.QUAYSIDE)).isEqualTo(LAST_DAY.minusDays(14));
    assertThat(last.values()).allSatisfy(day -> assertThat(day).isEqualTo(LAST_DAY));
  }

  @Test
  void weekendsAreQuiet() {
    assertThat(tried(DayOfWeek.SUNDAY) * 2).isLessThan(tried(DayOfWeek.TUESDAY));
  }

  @ParameterizedTest
  @EnumSource(DemoDialect.class)
  void everyDialectIsSpoken(DemoDialect dialect) {
    assertThat(REPORTS).anyMatch(report -> report.reporter().dialect() == dialect);
  }

  private static List<WarningCode> expectedWarnings(DemoReport report) {
    return switch (report.reporter().dialect()) {
      case MICROSOFT ->
          report.domain() == DemoDomain.PHAROS ? List.of(WarningCode.WARN_TYPE) : List.of();
      case STALWART -> List.of(WarningCode.WARN_CONTACT);
      case TEXTBOOK, GOOGLE, MAIL_RU, MOMENTUM, MOX, POSTFIX -> List.of();
    };
  }

  private static long tried(DayOfWeek weekday) {
    return REPORTS.stream()
        .filter(report -> report.day().getDayOfWeek() == weekday)
        .mapToLong(report -> counted(report).counts().tried())
        .sum();
  }

  private static Map<LocalDate, Long> failedByDay(DemoDomain domain) {
    return REPORTS.stream()
        .filter(report -> report.domain() == domain)
        .collect(
            Collectors.groupingBy(
                DemoReport::day,
                Collectors.summingLong(report -> counted(report).counts().failed())));
  }

  private static List<Failure> failures(DemoDomain domain) {
    return REPORTS.stream()
        .filter(report -> report.domain() == domain)
        .flatMap(
            report ->
                accepted(report).policies().stream()
                    .flatMap(policy -> policy.failures().stream())
                    .map(detail -> new Failure(report.day(), report.reporter(), detail)))
        .toList();
  }

  private static CountedReport counted(DemoReport report) {
    Set<String> hosts =
        report.domain().hosts().stream().map(DemoHost::name).collect(Collectors.toSet());
    return CountedReport.of(accepted(report), report.domain().domainName().value(), hosts);
  }

  private static Report accepted(DemoReport report) {
    return ((Reading.Accepted) reading(report)).report();
  }

  private static Reading reading(DemoReport report) {
    return requireNonNull(READINGS.get(report));
  }

  private static Reading read(DemoReport report) {
    return READER.read(DemoReports.json(report), "application/tlsrpt+json", null, RECEIVED_AT);
  }
}

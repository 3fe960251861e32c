package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.report.SessionCounts;
import farol.domain.trend.Day;
import farol.domain.trend.DayFailures;
import farol.domain.trend.FailureKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SessionChartBuilderTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final List<Day> DAYS =
      List.of(
          new Day(MONDAY, new SessionCounts(90, 10), 2), new Day(TUESDAY, SessionCounts.NONE, 0));

  private final SessionChartBuilder builder =
      new SessionChartBuilder(day -> "failures?from=" + day, new Texts(Locale.ENGLISH));

  @Test
  void barIsAsHighAsTheDaysSessions() {
    SessionChart chart =
        build(
            List.of(
                failures("certificate-expired", "enforce", 8),
                failures("starttls-not-supported", "enforce", 7)));

    assertThat(chart.rows().get(0).values()).containsExactly(90L, 7L, 3L);
    assertThat(chart.rows().get(1).values()).containsOnly(0L);
  }

  @Test
  void failuresStandWorstConsequenceFirstEachInTheColourOfItsOwn() {
    SessionChart chart =
        build(
            List.of(
                failures("sts-policy-fetch-error", "", 1),
                failures("certificate-expired", "testing", 4),
                failures("certificate-expired", "enforce", 5)));

    assertThat(chart.series())
        .extracting(SessionChart.Series::label, SessionChart.Series::token)
        .containsExactly(
            tuple("Successful", "--chart-success"),
            tuple("Certificate has expired (Mail is refused)", "--chart-refused"),
            tuple("Certificate has expired (Would be refused)", "--chart-would-be-refused"),
            tuple(
                "MTA-STS policy can’t be fetched (Delivered unprotected)", "--chart-unprotected"));
    assertThat(chart.series()).extracting(SessionChart.Series::hatching).doesNotHaveDuplicates();
  }

  @Test
  void reasonTellsWhatATypeDoesNot() {
    FailureKind missing =
        new FailureKind("validation-failure", "MX_HOSTS_MISMATCH", "sts", List.of("mode: testing"));

    assertThat(build(List.of(new DayFailures(MONDAY, missing, 10))).series().get(1).label())
        .isEqualTo("Mail host is not in the MTA-STS policy (Would be refused)");
  }

  @Test
  void failuresWithoutDetailAreAPartOfTheirOwn() {
    SessionChart chart = build(List.of(failures("certificate-expired", "enforce", 4)));

    assertThat(chart.series())
        .extracting(SessionChart.Series::label)
        .endsWith("Failed, other cause or unexplained");
    assertThat(chart.rows().get(0).values()).containsExactly(90L, 4L, 6L);
  }

  @Test
  void failuresAloneLeaveSuccessesOut() {
    SessionChart chart =
        builder.build(
            DAYS, List.of(failures("certificate-expired", "enforce", 10)), List.of(), true);

    assertThat(chart.series())
        .extracting(SessionChart.Series::label)
        .containsExactly("Certificate has expired (Mail is refused)");
  }

  @Test
  void eachDayLeadsToItsFailures() {
    SessionChart chart = build(List.of());

    assertThat(chart.rows())
        .extracting(SessionChart.Row::href)
        .containsExactly("failures?from=2026-03-02", "failures?from=2026-03-03");
    assertThat(chart.json()).contains("\"failures?from=2026-03-02\"");
  }

  @Test
  void summarySaysWhatTheBarsShow() {
    assertThat(build(List.of()).summary())
        .isEqualTo("100 sessions, 10 of them failed, on 1 of 2 days.");
  }

  private SessionChart build(List<DayFailures> failures) {
    return builder.build(DAYS, failures, List.of(), false);
  }

  private static DayFailures failures(String resultType, String mode, long failed) {
    return new DayFailures(
        MONDAY, new FailureKind(resultType, "", "sts", List.of("mode: " + mode)), failed);
  }

  @Test
  void nothingInTheJsonCanEndAScript() {
    assertThat(ChartJson.write(List.of("</script><!-- & \u2028\u2029")))
        .isEqualTo("[\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\\u2029\"]");
  }
}

package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.SessionCounts;
import farol.domain.trend.Day;
import farol.domain.trend.DayFailures;
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

  private final SessionChartBuilder builder = new SessionChartBuilder(new Texts(Locale.ENGLISH));

  @Test
  void barIsAsHighAsTheDaysSessions() {
    SessionChart chart =
        builder.build(
            DAYS,
            List.of(
                new DayFailures(MONDAY, "certificate-expired", 8),
                new DayFailures(MONDAY, "starttls-not-supported", 7)),
            false);

    assertThat(chart.rows().get(0).values()).containsExactly(90L, 8L, 2L);
    assertThat(chart.rows().get(1).values()).containsOnly(0L);
  }

  @Test
  void failuresWithoutDetailAreAPartOfTheirOwn() {
    SessionChart chart =
        builder.build(DAYS, List.of(new DayFailures(MONDAY, "certificate-expired", 4)), false);

    assertThat(chart.series())
        .extracting(SessionChart.Series::label)
        .containsExactly("Successful", "Certificate has expired", "Failed, no detail given");
    assertThat(chart.rows().get(0).values()).containsExactly(90L, 4L, 6L);
  }

  @Test
  void failuresAloneLeaveSuccessesOut() {
    SessionChart chart =
        builder.build(DAYS, List.of(new DayFailures(MONDAY, "certificate-expired", 10)), true);

    assertThat(chart.series())
        .extracting(SessionChart.Series::label)
        .containsExactly("Certificate has expired");
  }

  @Test
  void summarySaysWhatTheBarsShow() {
    assertThat(builder.build(DAYS, List.of(), false).summary())
        .isEqualTo("100 sessions, 10 of them failed, on 1 of 2 days.");
  }

  @Test
  void nothingInTheJsonCanEndAScript() {
    assertThat(ChartJson.write(List.of("</script><!-- & \u2028\u2029")))
        .isEqualTo("[\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\\u2029\"]");
  }
}

package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DayRange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {
  private final Texts texts = new Texts(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource({"7, 7", "90, 90", "8, 30", "-7, 30", "x, 30", ", 30"})
  void onlyTheChoicesAreTaken(String parameter, int days) {
    assertThat(Range.of(parameter, "", "", texts).days()).isEqualTo(days);
  }

  @Test
  void linksKeepTheRestOfTheAddress() {
    Range range = Range.of("7", "name=example.com&", "show=failures&", texts);

    assertThat(range.base()).isEqualTo("?name=example.com&days=7");
    assertThat(range.options())
        .extracting(Range.Option::href)
        .contains("?name=example.com&show=failures&days=90");
    assertThat(range.options())
        .filteredOn(option -> option.current().equals("true"))
        .extracting(Range.Option::id)
        .containsExactly("days-7");
  }

  @Test
  void lastDayIsTodayInUtc() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-07T23:59:00Z"), ZoneOffset.UTC);

    assertThat(Range.of("7", "", "", texts).upToToday(clock))
        .isEqualTo(new DayRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7)));
  }
}

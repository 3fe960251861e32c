package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
  private final Texts english = new Texts(Locale.ENGLISH);
  private final Texts portuguese = new Texts(Preferences.PORTUGUESE);

  @Test
  void momentsAreToldInUtc() {
    Instant instant = Instant.parse("2026-03-02T14:05:59Z");
    assertThat(english.instant(instant)).isEqualTo("2 Mar 2026, 14:05 UTC");
    assertThat(portuguese.instant(instant)).isEqualTo("2 mar. 2026, 14:05 UTC");
    assertThat(english.hover(instant)).as("for the local time").isEmpty();
    assertThat(english.times()).isEqualTo("times in UTC, your local time on hover");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "America/Sao_Paulo; 2026-03-02T02:05:59Z; 1 Mar 2026, 23:05 GMT-3",
        "Asia/Kolkata; 2026-03-01T20:05:59Z; 2 Mar 2026, 01:35 GMT+5:30",
        "Europe/Berlin; 2026-03-29T00:59:59Z; 29 Mar 2026, 01:59 GMT+1",
        "Europe/Berlin; 2026-03-29T01:00:00Z; 29 Mar 2026, 03:00 GMT+2"
      })
  void momentsAreToldInTheZoneThatIsChosen(ZoneId zone, Instant instant, String text) {
    assertThat(new Texts(Locale.ENGLISH, zone).instant(instant)).isEqualTo(text);
    assertThat(new Texts(Preferences.PORTUGUESE, zone).instant(instant))
        .isEqualTo(text.replace("Mar", "mar."));
  }

  @Test
  void hoverTellsUtcInEveryOtherZone() {
    Texts texts = new Texts(Locale.ENGLISH, ZoneId.of("America/Sao_Paulo"));
    assertThat(texts.hover(Instant.parse("2026-03-02T02:05:59Z")))
        .isEqualTo("2 Mar 2026, 02:05 UTC");
    assertThat(texts.times()).isEqualTo("times in America/Sao_Paulo, UTC on hover");
  }

  @ParameterizedTest
  @CsvSource({
    "59, just now",
    "60, 1 minute ago",
    "3599, 59 minutes ago",
    "3600, 1 hour ago",
    "172799, 47 hours ago",
    "172800, 2 days ago"
  })
  void ageIsToldInItsLargestUnit(long seconds, String text) {
    assertThat(english.ago(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 100%",
    "0, 1, 0%",
    "999999, 1000000, 99.99%",
    "1, 1000000, 0.01%",
    "995, 1000, 99.5%",
    "1, 3, 33.3%"
  })
  void shareIsNeverRoundedToAllOrNothing(long part, long whole, String text) {
    assertThat(english.share(part, whole)).isEqualTo(text);
  }

  @Test
  void numbersFollowTheLanguage() {
    assertThat(english.count(12_345)).isEqualTo("12,345");
    assertThat(portuguese.count(12_345)).isEqualTo("12.345");
  }

  @Test
  void valuesTurnNoTextAround() {
    assertThat(english.format("people.added", "ann\u202egnp.exe\u2066"))
        .contains("ann\ufffdgnp.exe\ufffd")
        .doesNotContain("\u202e", "\u2066");
    assertThat(english.format("token.days", 12_345)).contains("12,345");
  }

  @Test
  void longListsAreCounted() {
    assertThat(english.list(List.of("a", "b", "c"))).isEqualTo("a, b, c");
    assertThat(english.list(List.of("a", "b", "c", "d"))).isEqualTo("a, b and 2 more");
  }
}

package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysLeftTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "P31D,   ok,          31 days left",
    "P30D,   information, 30 days left",
    "P15D,   information, 15 days left",
    "P14D,   unprotected, 14 days left",
    "P8D,    unprotected, 8 days left",
    "P7D,    refused,     7 days left",
    "PT47H,  refused,     1 day left",
    "PT0S,   refused,     Ends today",
    "PT-1S,  refused,     Expired"
  })
  void growsLouder(Duration left, String tone, String text) {
    assertThat(DaysLeft.of(NOW.plus(left), NOW, new Texts(Locale.ENGLISH)))
        .isEqualTo(new DaysLeft(tone, text));
  }
}

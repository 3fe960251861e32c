package farol.web.profile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneViewTest {
  private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");

  @Test
  void utcComesBeforeThePartsOfTheWorld() {
    assertThat(ZoneView.choices(WINTER, Locale.ENGLISH))
        .extracting(SelectItem::getLabel)
        .startsWith("UTC", "Africa", "America")
        .endsWith("Europe", "Indian", "Pacific");
  }

  @ParameterizedTest
  @CsvSource({
    "America/Argentina/Buenos_Aires, 2026-01-15T12:00:00Z, Argentina/Buenos Aires (GMT-3)",
    "Europe/Berlin, 2026-01-15T12:00:00Z, Berlin (GMT+1)",
    "Europe/Berlin, 2026-07-15T12:00:00Z, Berlin (GMT+2)"
  })
  void placesTellHowFarFromUtcTheyAreNow(String zone, Instant now, String label) {
    assertThat(places(now))
        .filteredOn(place -> place.getValue().equals(zone))
        .extracting(SelectItem::getLabel)
        .containsExactly(label);
  }

  private static List<SelectItem> places(Instant now) {
    return ZoneView.choices(now, Locale.ENGLISH).stream()
        .filter(SelectItemGroup.class::isInstance)
        .flatMap(area -> Arrays.stream(((SelectItemGroup) area).getSelectItems()))
        .toList();
  }
}

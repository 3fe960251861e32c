package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"America/Sao_Paulo", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "UTC"})
  void zonesAreKnownByTheirNames(String id) {
    assertThat(TimeZones.of(id)).isEqualTo(ZoneId.of(id));
  }

  @Test
  void everyZoneThatIsOfferedIsTaken() {
    assertThat(TimeZones.ofPlaces())
        .hasSizeGreaterThan(400)
        .allSatisfy(zone -> assertThat(TimeZones.of(zone.getId())).isEqualTo(zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "EST",
        "+03:00",
        "UTC-03:00",
        "Etc/GMT+3",
        "SystemV/AST4",
        "america/sao_paulo",
        "America/",
        "America/Nowhere",
        "\"America/Sao_Paulo\"",
        "America/Sao_Paulo\r\nSet-Cookie: a=b",
        "../America/Sao_Paulo",
        "America/<script>"
      })
  void anythingElseIsUtc(String id) {
    assertThat(TimeZones.of(id)).isEqualTo(TimeZones.UTC);
  }
}

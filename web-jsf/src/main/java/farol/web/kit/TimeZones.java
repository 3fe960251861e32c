package farol.web.kit;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** The time zones that times can be told in: UTC, and those of places. */
public final class TimeZones {
  public static final ZoneId UTC = ZoneId.of("UTC");

  /**
   * What IANA names after a place in one of its areas. Its other names are older ones of the same
   * zones, or of none: {@code Etc/GMT+3} is three hours behind.
   *
   * @see <a href="https://data.iana.org/time-zones/theory.html#naming">Timezone identifiers</a>
   */
  private static final Pattern PLACE =
      Pattern.compile(
          "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

  private static final List<ZoneId> OF_PLACES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> PLACE.matcher(id).matches())
          .sorted()
          .map(ZoneId::of)
          .toList();

  private TimeZones() {}

  /** All but UTC, by name. */
  public static List<ZoneId> ofPlaces() {
    return OF_PLACES;
  }

  /** The zone of a cookie or a form; {@link #UTC} for anything unknown. */
  public static ZoneId of(String id) {
    return OF_PLACES.stream().filter(zone -> zone.getId().equals(id)).findFirst().orElse(UTC);
  }
}

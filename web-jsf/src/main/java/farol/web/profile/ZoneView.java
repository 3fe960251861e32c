package farol.web.profile;

import farol.web.kit.Messages;
import farol.web.kit.Preferences;
import farol.web.kit.Texts;
import farol.web.kit.TimeZones;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The choice of the time zone that pages tell times in. */
@Named("zone")
@RequestScoped
public class ZoneView {
  @Inject Preferences preferences;
  @Inject Texts texts;
  @Inject Clock clock;

  private String id = "";
  private List<SelectItem> choices = List.of();

  @PostConstruct
  void load() {
    id = texts.zone().getId();
    choices = choices(clock.instant(), texts.locale());
  }

  /** Keeps the zone for this browser. */
  public @Nullable String choose() {
    ZoneId zone = TimeZones.of(id);
    Messages.done(texts.format("profile.zone.chosen", zone.getId()));
    return preferences.tellTimesIn(zone);
  }

  /** UTC, and then each part of the world with its places, and how far from UTC these are now. */
  static List<SelectItem> choices(Instant now, Locale locale) {
    DateTimeFormatter offset = DateTimeFormatter.ofPattern(" (O)", locale);
    Map<String, List<SelectItem>> areas = new TreeMap<>();
    for (ZoneId zone : TimeZones.ofPlaces()) {
      areas
          .computeIfAbsent(area(zone.getId()), area -> new ArrayList<>())
          .add(place(zone.getId(), offset.format(now.atZone(zone))));
    }
    List<SelectItem> all = new ArrayList<>();
    all.add(new SelectItem(TimeZones.UTC.getId()));
    areas.forEach((area, places) -> all.add(new SelectItemGroup(area, "", false, places)));
    return List.copyOf(all);
  }

  private static String area(String id) {
    return id.substring(0, id.indexOf('/'));
  }

  private static SelectItem place(String id, String offset) {
    return new SelectItem(id, id.substring(id.indexOf('/') + 1).replace('_', ' ') + offset);
  }

  public List<SelectItem> getChoices() {
    return choices;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}

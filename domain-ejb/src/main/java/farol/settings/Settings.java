package farol.settings;

import farol.network.IpNetwork;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of one run, checked: every value follows its rule, and pairs that belong together
 * are both there.
 */
public final class Settings {
  private final Map<Setting, String> values;

  private Settings(Map<Setting, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Reads the {@code FAROL_} variables of an environment; others are ignored, and so is one that is
   * empty.
   *
   * @throws InvalidSettingException if one is unknown or has a wrong value
   */
  public static Settings of(Map<String, String> environment) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      setting.defaultValue().ifPresent(value -> values.put(setting, value));
    }
    new TreeMap<>(environment)
        .forEach(
            (variable, value) -> {
              if (Setting.isOurs(variable)) {
                Setting setting = Setting.ofVariable(variable);
                if (!value.isEmpty()) {
                  values.put(setting, setting.check(value));
                }
              }
            });
    values.computeIfAbsent(
        Setting.PUBLIC_URL, unset -> "https://localhost:" + values.get(Setting.PUBLIC_PORT));
    Settings settings = new Settings(values);
    settings.requireTogether(Setting.TLS_CERTIFICATE, Setting.TLS_KEY);
    settings.requireTogether(Setting.DATABASE_URL, Setting.DATABASE_USER);
    settings.requireDifferentNumbers(Setting.PUBLIC_PORT, Setting.INTRANET_PORT);
    settings.requireNoLess(Setting.RETENTION_ROLLUPS, Setting.RETENTION_REPORTS);
    return settings;
  }

  /** The value, or nothing where it has neither been given nor has a default. */
  public Optional<String> find(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  /** The value of a setting that always has one. */
  public String text(Setting setting) {
    return find(setting)
        .orElseThrow(() -> new InvalidSettingException(setting.variable() + " must be set"));
  }

  public long number(Setting setting) {
    return Long.parseLong(text(setting));
  }

  /** The value of a setting whose range fits an {@code int}. */
  public int count(Setting setting) {
    return Math.toIntExact(number(setting));
  }

  public boolean flag(Setting setting) {
    return Boolean.parseBoolean(text(setting));
  }

  public URI uri(Setting setting) {
    return URI.create(text(setting));
  }

  /** The networks of a setting that lists some; none where it is not set. */
  public List<IpNetwork> networks(Setting setting) {
    return find(setting).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .flatMap(network -> IpNetwork.parse(network.strip()).stream())
        .toList();
  }

  /** The same settings, with one replaced; for what is only known while starting. */
  public Settings with(Setting setting, String value) {
    Map<Setting, String> changed = new EnumMap<>(values);
    changed.put(setting, value);
    return new Settings(changed);
  }

  /** The same settings, with these files named by their whole paths, for another process. */
  public Settings withWholePaths(Setting... files) {
    Settings changed = this;
    for (Setting file : files) {
      String path = values.get(file);
      if (path != null) {
        changed = changed.with(file, Path.of(path).toAbsolutePath().normalize().toString());
      }
    }
    return changed;
  }

  /** Every value under the name of its variable, defaults included. */
  public Map<String, String> asEnvironment() {
    Map<String, String> environment = new TreeMap<>();
    values.forEach((setting, value) -> environment.put(setting.variable(), value));
    return environment;
  }

  private void requireTogether(Setting one, Setting other) {
    if (find(one).isPresent() != find(other).isPresent()) {
      throw new InvalidSettingException(
          one.variable() + " and " + other.variable() + " must be set together");
    }
  }

  private void requireDifferentNumbers(Setting... settings) {
    if (Arrays.stream(settings).mapToLong(this::number).distinct().count() < settings.length) {
      throw new InvalidSettingException(
          settings[0].variable()
              + " and "
              + settings[1].variable()
              + " must differ, both are "
              + number(settings[0]));
    }
  }

  private void requireNoLess(Setting one, Setting other) {
    if (number(one) < number(other)) {
      throw new InvalidSettingException(
          one.variable()
              + " must be no less than "
              + other.variable()
              + ", they are "
              + number(one)
              + " and "
              + number(other));
    }
  }
}

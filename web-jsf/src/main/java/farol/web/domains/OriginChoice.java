package farol.web.domains;

import farol.domain.report.OriginFilter;
import farol.web.kit.Choice;
import farol.web.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By which origins reports can be chosen, as an address names them; all of them are no choice. */
final class OriginChoice {
  /** Of an address. */
  static final String PARAMETER = "came";

  private OriginChoice() {}

  /** All for what names none. */
  static OriginFilter read(@Nullable String parameter) {
    return Stream.of(OriginFilter.values())
        .filter(origins -> name(origins).equals(parameter))
        .findFirst()
        .orElse(OriginFilter.ANY);
  }

  /** For an address; empty for all. */
  static String name(OriginFilter origins) {
    return origins == OriginFilter.ANY ? "" : origins.name().toLowerCase(Locale.ROOT);
  }

  static List<Choice> choices(OriginFilter chosen, Texts texts) {
    return Stream.of(OriginFilter.values())
        .map(
            origins ->
                new Choice(
                    name(origins), texts.get("reports.came." + origins.name()), origins == chosen))
        .toList();
  }
}

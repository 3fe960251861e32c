package farol.web.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * Writes the configuration that Chart.js takes. Labels may be outside text, and all of it ends up
 * in a script: what could end the script, or begin markup, is written as an escape.
 */
final class ChartJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ChartJson() {}

  static String of(
      List<String> labels,
      List<SessionChart.Series> series,
      List<SessionChart.Row> rows,
      Texts texts) {
    return write(
        Map.of(
            "type",
            "bar",
            "data",
            Map.of(
                "labels",
                labels,
                "links",
                rows.stream().map(SessionChart.Row::href).toList(),
                "datasets",
                series.stream().map(ChartJson::dataset).toList()),
            "options",
            options(texts)));
  }

  /** Any value as JSON that is safe inside a script. */
  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists, texts and numbers can always be written", e);
    }
  }

  private static Map<String, Object> dataset(SessionChart.Series series) {
    return Map.of(
        "label",
        series.label(),
        "token",
        series.token(),
        "hatching",
        series.hatching(),
        "data",
        series.values());
  }

  private static Map<String, Object> options(Texts texts) {
    return Map.of(
        "responsive",
        true,
        "maintainAspectRatio",
        false,
        "animation",
        false,
        "locale",
        texts.locale().toLanguageTag(),
        "interaction",
        Map.of("mode", "index", "intersect", false),
        "plugins",
        Map.of("legend", Map.of("position", "top", "align", "start")),
        "scales",
        Map.of(
            "x",
            Map.of("stacked", true, "grid", Map.of("display", false)),
            "y",
            Map.of("stacked", true, "beginAtZero", true, "ticks", Map.of("precision", 0))));
  }
}

package farol.web.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, the same in every form.
 *
 * @param name what programs know it by: as the API calls it, whatever the language of the page
 * @param value of a row: a whole number, a truth, a list, or what says itself what it is, as texts,
 *     days and times do; null where there is none. Texts may be from outside
 */
public record Column<R>(String name, Function<R, @Nullable Object> value) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonNode cell(R row) {
    return node(value.apply(row));
  }

  private static JsonNode node(@Nullable Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (value instanceof Number number) {
      return JSON.numberNode(number.longValue());
    }
    if (value instanceof List<?> several) {
      ArrayNode all = JSON.arrayNode();
      several.forEach(each -> all.add(node(each)));
      return all;
    }
    return JSON.textNode(value.toString());
  }
}

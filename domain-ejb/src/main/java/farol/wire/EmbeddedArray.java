package farol.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JSON array of strings that was written into a string. */
final class EmbeddedArray {
  private final JsonFactory json;
  private final ReadingLimits limits;

  EmbeddedArray(JsonFactory json, ReadingLimits limits) {
    this.json = json;
    this.limits = limits;
  }

  /** The items of the array; none where the text is anything else. */
  List<String> read(String text) throws IOException {
    if (!text.startsWith("[")) {
      return List.of();
    }
    try (JsonCursor cursor = new JsonCursor(json.createParser(text), limits)) {
      cursor.start();
      List<String> items = new ArrayList<>();
      while (cursor.nextItem()) {
        if (!cursor.isString()) {
          return List.of();
        }
        items.add(cursor.text());
      }
      cursor.finish();
      return items;
    } catch (JacksonException | RefusedException e) {
      // Text that only looks like an array stays text.
      return List.of();
    }
  }
}

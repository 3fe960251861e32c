package farol.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Moves through a JSON text, also through what nobody wants to read, and holds the limits on its
 * structure. It stands on one value; whoever reads a value leaves the cursor on its last token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7493">RFC 7493 (I-JSON)</a>
 */
final class JsonCursor implements Closeable {
  private final JsonParser parser;
  private final OpenNames names;
  private final int deepest;
  private final Allowance tokens;
  private int depth;

  JsonCursor(JsonParser parser, ReadingLimits limits) {
    this.parser = parser;
    this.names = new OpenNames(limits.openNames());
    this.deepest = limits.depth();
    this.tokens = new Allowance(limits.tokens(), "JSON tokens", RefusalCode.STRUCTURE_TOO_LARGE);
  }

  /**
   * Strict JSON in UTF-8. Depth and the length of numbers are left to this class and to {@link
   * Count}, which answer for them. The parser keeps names from one text to the next, at most some
   * thousand; so that those of one sender never have the text of another refused, it may not mind
   * how they spread over its table.
   */
  static JsonFactory jsonWithin(ReadingLimits limits) {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxNameLength(limits.nameLength())
                .maxStringLength(limits.stringLength())
                .build())
        .build();
  }

  /** Goes to the outermost value, or returns false where there is none. */
  boolean start() throws IOException {
    return advance() != null;
  }

  /** Goes to the value of the next member of the object, or past the object's end. */
  @Nullable String nextName() throws IOException {
    if (advance() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = parser.currentName();
    advance();
    return name;
  }

  /** Goes to the next item of the array, or past the array's end. */
  boolean nextItem() throws IOException {
    return advance() != JsonToken.END_ARRAY;
  }

  boolean isObject() {
    return parser.hasToken(JsonToken.START_OBJECT);
  }

  boolean isArray() {
    return parser.hasToken(JsonToken.START_ARRAY);
  }

  boolean isString() {
    return parser.hasToken(JsonToken.VALUE_STRING);
  }

  boolean isNull() {
    return parser.hasToken(JsonToken.VALUE_NULL);
  }

  boolean isNumber() {
    return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
  }

  /** A string's characters, or a number as it is written. */
  String text() throws IOException {
    return parser.getText();
  }

  /** Goes to the end of the value, whatever it is. */
  void skip() throws IOException {
    int outside = isObject() || isArray() ? depth - 1 : depth;
    while (depth > outside) {
      advance();
    }
  }

  /** Makes sure that nothing follows the outermost value. */
  void finish() throws IOException {
    try {
      if (parser.nextToken() == null) {
        return;
      }
    } catch (JsonParseException e) {
      // Not even JSON: what follows the document is garbage all the same.
    }
    throw new RefusedException(
        RefusalCode.TRAILING_DATA, "nothing may follow the report in its body");
  }

  private @Nullable JsonToken advance() throws IOException {
    tokens.use(1);
    JsonToken token = parser.nextToken();
    if (token == JsonToken.FIELD_NAME) {
      names.add(parser.currentName());
    } else if (token != null && token.isStructStart()) {
      open();
    } else if (token != null && token.isStructEnd()) {
      close(token);
    }
    return token;
  }

  private void open() throws RefusedException {
    depth++;
    if (depth > deepest) {
      throw new RefusedException(
          RefusalCode.TOO_DEEP, "JSON must be nested at most " + deepest + " deep, got more");
    }
    if (isObject()) {
      names.openObject();
    }
  }

  private void close(JsonToken end) {
    depth--;
    if (end == JsonToken.END_OBJECT) {
      names.closeObject();
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}

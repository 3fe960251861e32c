package farol.web.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address.
 *
 * @param text encoded, each followed by {@code &}
 */
public record Query(String text) {
  /** Without any. */
  public static final Query EMPTY = new Query("");

  /** With one more, unless it has no value. */
  public Query with(String name, @Nullable String value) {
    return value == null || value.isEmpty() ? this : plus(name, value);
  }

  /** With one more, whose value may be empty. */
  public Query plus(String name, String value) {
    return new Query(text + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&");
  }

  /** With those of another one behind. */
  public Query and(Query others) {
    return new Query(text + others.text);
  }

  /** As the end of an address. */
  public String href() {
    return "?" + text.replaceFirst("&$", "");
  }
}

package farol.web.kit;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the key of a row in an address. */
public final class Key {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private Key() {}

  public static Optional<Long> parse(@Nullable String text) {
    return text != null && DIGITS.matcher(text).matches()
        ? Optional.of(Long.valueOf(text))
        : Optional.empty();
  }
}

package farol.mailbox;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of one mailbox, each option to be taken once; what is left over is a slip.
 * Messages name the option and its rule, and quote no value: a secret may stand in a wrong place.
 */
final class MailboxOptions {
  private final String name;
  private final Map<String, String> left;
  private final Path folder;

  /**
   * Has them all before it.
   *
   * @param folder that relative paths begin at
   */
  MailboxOptions(String name, Map<String, String> options, Path folder) {
    this.name = name;
    this.left = new TreeMap<>(options);
    this.folder = folder;
  }

  /** The mailbox's name. */
  String name() {
    return name;
  }

  /** The value of an option; null if it is not given or empty. */
  @Nullable String take(String option) {
    String value = left.remove(option);
    return value == null || value.isEmpty() ? null : value;
  }

  /** The path that an option's value is. */
  Path path(String option, String value) {
    try {
      return folder.resolve(value).normalize();
    } catch (InvalidPathException e) {
      throw wrong(option, "a path");
    }
  }

  /** Ends the reading if an option was not taken. */
  void requireNoMore() {
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(
          "such a mailbox has no option "
              + left.keySet().stream()
                  .map(option -> name + "." + option)
                  .collect(Collectors.joining(", ")));
    }
  }

  IllegalArgumentException wrong(String option, String rule) {
    return new IllegalArgumentException(name + "." + option + " must be " + rule);
  }
}

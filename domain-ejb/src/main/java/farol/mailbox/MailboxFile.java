package farol.mailbox;

import farol.domain.shared.Excerpt;
import farol.settings.InvalidSettingException;
import farol.settings.Setting;
import farol.settings.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file in which an operator sets mailboxes up: properties in UTF-8, each {@code
 * MAILBOX.OPTION}. All of it is checked, so that a slip ends the start instead of leaving reports
 * unread.
 */
public final class MailboxFile {
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9-]{1,40})\\.([a-z-]+)");

  /** Properties would keep the last of two values without a word. */
  private static final class EachOnce extends Properties {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized @Nullable Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new IllegalArgumentException(Excerpt.of(key.toString()) + " must be there once");
      }
      return super.put(key, value);
    }
  }

  private MailboxFile() {}

  /**
   * The mailboxes of the file that the settings name, in the order of their names; none if they
   * name no file.
   *
   * @throws InvalidSettingException if anything in it is wrong; the message has no secret
   */
  public static List<ConfiguredMailbox> of(Settings settings) {
    return settings.find(Setting.MAILBOXES).map(file -> read(Path.of(file))).orElse(List.of());
  }

  private static List<ConfiguredMailbox> read(Path file) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    try {
      List<ConfiguredMailbox> mailboxes =
          byMailbox(properties(file)).entrySet().stream()
              .map(
                  each ->
                      ConfiguredMailbox.of(
                          new MailboxOptions(each.getKey(), each.getValue(), folder)))
              .toList();
      if (mailboxes.isEmpty()) {
        throw new IllegalArgumentException("at least one mailbox must be there, as NAME.url=…");
      }
      return mailboxes;
    } catch (IOException unreadable) {
      throw wrong(file, "it must be text in UTF-8 that can be read (" + unreadable + ")");
    } catch (IllegalArgumentException wrong) {
      throw wrong(file, String.valueOf(wrong.getMessage()));
    }
  }

  private static InvalidSettingException wrong(Path file, String what) {
    return new InvalidSettingException(Setting.MAILBOXES.variable() + ", " + file + ": " + what);
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new EachOnce();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(text);
    }
    return properties;
  }

  private static SortedMap<String, Map<String, String>> byMailbox(Properties properties) {
    SortedMap<String, Map<String, String>> mailboxes = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      Matcher parts = KEY.matcher(key);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "a line must be NAME.OPTION=VALUE with a name of 1 to 40 letters, digits and hyphens");
      }
      mailboxes
          .computeIfAbsent(parts.group(1), name -> new TreeMap<>())
          .put(parts.group(2), properties.getProperty(key).strip());
    }
    return mailboxes;
  }
}

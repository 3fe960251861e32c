package farol.web.domains;

import static java.nio.charset.StandardCharsets.UTF_8;

import farol.domain.published.MtaStsPolicy;
import farol.domain.published.RecordReading;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy as somebody enters it, who may enter anything.
 *
 * @param mode {@code testing}, {@code enforce} or {@code none}; {@link #STOP} to serve nothing
 * @param patterns a line each
 * @param age {@code max_age} in seconds; {@link #OTHER} for {@code seconds}
 */
public record PolicyDraft(String mode, String patterns, String age, String seconds) {
  static final String STOP = "stop";
  static final String OTHER = "other";

  /** What an address says; nulls for what it leaves out. */
  static PolicyDraft of(
      @Nullable String mode,
      @Nullable String patterns,
      @Nullable String age,
      @Nullable String seconds) {
    return new PolicyDraft(orEmpty(mode), orEmpty(patterns), orEmpty(age), orEmpty(seconds));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Whether anything is wanted at all. */
  boolean isGiven() {
    return !mode.isEmpty();
  }

  boolean isStop() {
    return mode.equals(STOP);
  }

  /** What senders would make of it; that is how it is judged, too. */
  RecordReading<MtaStsPolicy> read() {
    String hosts = lines().stream().map(line -> "mx: " + line + "\n").collect(Collectors.joining());
    String body =
        "version: STSv1\nmode: %s\n%smax_age: %s\n".formatted(firstLine(mode), hosts, maxAge());
    return MtaStsPolicy.read(body.getBytes(UTF_8));
  }

  private String maxAge() {
    return firstLine(age.equals(OTHER) ? seconds : age);
  }

  private List<String> lines() {
    return patterns
        .toLowerCase(Locale.ROOT)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}

package farol.wire;

import static java.util.Objects.requireNonNull;

import farol.settings.Setting;
import farol.settings.Settings;
import java.time.Duration;

/**
 * How much a report may be. A body that is just at a limit is accepted. Lengths of text are in code
 * points.
 *
 * @param bodyBytes the body as sent
 * @param decodedBytes what it inflates to, summed over its layers
 * @param gzipMembers members of one gzip layer (RFC 1952, section 2.2)
 * @param depth nested objects and arrays
 * @param tokens JSON tokens: names, values, brackets
 * @param openNames names of all objects that are open at once; each is remembered, to find
 *     duplicates
 * @param nameLength one name, in bytes of UTF-8
 * @param stringLength one string before it is truncated, in UTF-16 units; bounds the memory for it
 * @param policies policies of a report
 * @param failureDetails failure details of a report
 * @param listedStrings entries of all {@code policy-string} and {@code mx-host} arrays of a report
 * @param count sessions in one number
 * @param window the longest time that a report may cover
 * @param earliestYear the UTC year before which no window may start
 * @param ahead how far a window may end after the body was received
 * @param organization longer ones are truncated
 * @param reportId longer ones are refused
 * @param contact longer ones are truncated
 * @param text all other text; longer ones are truncated
 */
public record ReadingLimits(
    int bodyBytes,
    int decodedBytes,
    int gzipMembers,
    int depth,
    int tokens,
    int openNames,
    int nameLength,
    int stringLength,
    int policies,
    int failureDetails,
    int listedStrings,
    long count,
    Duration window,
    int earliestYear,
    Duration ahead,
    int organization,
    int reportId,
    int contact,
    int text) {
  /** The largest count for which every sum of a report fits a {@code long}. */
  private static final long LARGEST_COUNT = 1_000_000_000_000L;

  public ReadingLimits {
    requirePositive("bodyBytes", bodyBytes);
    requirePositive("decodedBytes", decodedBytes);
    requirePositive("gzipMembers", gzipMembers);
    requirePositive("depth", depth);
    requirePositive("tokens", tokens);
    requirePositive("openNames", openNames);
    requirePositive("nameLength", nameLength);
    requirePositive("stringLength", stringLength);
    requirePositive("policies", policies);
    requirePositive("failureDetails", failureDetails);
    requirePositive("listedStrings", listedStrings);
    requirePositive("count", count);
    requirePositive("earliestYear", earliestYear);
    requirePositive("organization", organization);
    requirePositive("reportId", reportId);
    requirePositive("contact", contact);
    requirePositive("text", text);
    if (count > LARGEST_COUNT) {
      throw new IllegalArgumentException(
          "count must be at most " + LARGEST_COUNT + ", got " + count);
    }
    if (requireNonNull(window, "window").isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window must be positive, got " + window);
    }
    if (requireNonNull(ahead, "ahead").isNegative()) {
      throw new IllegalArgumentException("ahead must not be negative, got " + ahead);
    }
  }

  /** What the operator's guide documents as the default of each setting. */
  public static ReadingLimits defaults() {
    return new ReadingLimits(
        1 << 20,
        10 << 20,
        16,
        32,
        1_000_000,
        16_384,
        256,
        512 << 10,
        1_000,
        20_000,
        50_000,
        LARGEST_COUNT,
        Duration.ofDays(31),
        2016,
        Duration.ofDays(2),
        255,
        998,
        320,
        4096);
  }

  /** As the operator has set them. */
  public static ReadingLimits of(Settings settings) {
    return new ReadingLimits(
        settings.count(Setting.LIMIT_BODY_BYTES),
        settings.count(Setting.LIMIT_DECODED_BYTES),
        settings.count(Setting.LIMIT_GZIP_MEMBERS),
        settings.count(Setting.LIMIT_JSON_DEPTH),
        settings.count(Setting.LIMIT_JSON_TOKENS),
        settings.count(Setting.LIMIT_OPEN_NAMES),
        settings.count(Setting.LIMIT_NAME_LENGTH),
        settings.count(Setting.LIMIT_STRING_LENGTH),
        settings.count(Setting.LIMIT_POLICIES),
        settings.count(Setting.LIMIT_FAILURE_DETAILS),
        settings.count(Setting.LIMIT_LISTED_STRINGS),
        settings.number(Setting.LIMIT_SESSION_COUNT),
        Duration.ofDays(settings.count(Setting.LIMIT_WINDOW_DAYS)),
        settings.count(Setting.LIMIT_EARLIEST_YEAR),
        Duration.ofHours(settings.count(Setting.LIMIT_AHEAD_HOURS)),
        settings.count(Setting.LIMIT_ORGANIZATION_LENGTH),
        settings.count(Setting.LIMIT_REPORT_ID_LENGTH),
        settings.count(Setting.LIMIT_CONTACT_LENGTH),
        settings.count(Setting.LIMIT_TEXT_LENGTH));
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, got " + value);
    }
  }
}

package farol.domain.published;

import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.shared.Excerpt;
import java.time.Duration;
import java.util.regex.Pattern;

/** The values of an MTA-STS policy (RFC 8461, section 3.2). */
final class MtaStsPolicyValue {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  private MtaStsPolicyValue() {}

  static void checkVersion(String value) throws InvalidRecordException {
    if (!value.equals(MtaStsPolicy.VERSION)) {
      throw invalid(
          FindingCode.INVALID_VERSION,
          "the version must be exactly " + MtaStsPolicy.VERSION + got(value),
          "Write version: " + MtaStsPolicy.VERSION + "; upper and lower case matter.");
    }
  }

  static Mode mode(String value) throws InvalidRecordException {
    for (Mode mode : Mode.values()) {
      if (mode.text().equals(value)) {
        return mode;
      }
    }
    throw invalid(
        FindingCode.INVALID_MODE,
        "the mode must be enforce, testing or none" + got(value),
        "Write one of them in lower case.");
  }

  static Duration age(String value) throws InvalidRecordException {
    if (SECONDS.matcher(value).matches() && Long.parseLong(value) <= MtaStsPolicy.LONGEST_AGE) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    throw invalid(
        FindingCode.INVALID_MAX_AGE,
        "max_age must be 0 to "
            + MtaStsPolicy.LONGEST_AGE
            + " seconds in at most ten digits"
            + got(value),
        "Write max_age: 604800 for a week; more is better once all works.");
  }

  static MxPattern pattern(String value) throws InvalidRecordException {
    return MxPattern.read(value)
        .orElseThrow(
            () ->
                invalid(
                    FindingCode.INVALID_MX,
                    "mx must be the name of a host in A-labels, or *. and a name" + got(value),
                    "Write names as in the MX records, one a line, without addresses and without a"
                        + " dot at the end."));
  }

  static InvalidRecordException invalid(FindingCode code, String message, String fix) {
    return new InvalidRecordException(code, message, fix, MtaStsPolicy.SOURCE);
  }

  static String got(String found) {
    return ", got " + (found.isEmpty() ? "nothing" : Excerpt.of(found));
  }
}

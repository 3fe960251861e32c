package farol.domain.published;

import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.shared.Excerpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an MTA-STS policy by the grammar of RFC 8461, section 3.2. The first error ends it. Of a
 * repeated key, other than {@code mx}, the first counts; keys that the RFC does not define are
 * ignored.
 *
 * <p>An instance reads one policy.
 */
final class MtaStsPolicySyntax {
  /** "Weeks or greater" is what the RFC expects. */
  private static final Duration SHORT = Duration.ofDays(7);

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F]");

  private final List<Finding> remarks = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final Set<String> repeated = new LinkedHashSet<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final List<MxPattern> mx = new ArrayList<>();
  private @Nullable Mode mode;
  private @Nullable Duration maxAge;

  RecordReading<MtaStsPolicy> read(byte[] body) {
    List<Finding> findings = new ArrayList<>();
    MtaStsPolicy policy = null;
    try {
      policy = parse(body);
      findings.add(valid(policy));
    } catch (InvalidRecordException e) {
      findings.add(e.finding());
    }
    findings.addAll(remarks);
    return new RecordReading<>(findings, policy);
  }

  private MtaStsPolicy parse(byte[] body) throws InvalidRecordException {
    MtaStsPolicyLines lines = MtaStsPolicyLines.of(body);
    remarks.addAll(lines.remarks());
    if (lines.lines().isEmpty()) {
      throw syntaxError("a policy must not be empty", "");
    }
    for (String line : lines.lines()) {
      readLine(line);
    }
    remarkKeys();
    MtaStsPolicy policy = policy();
    remarkAge(policy);
    return policy;
  }

  private void readLine(String line) throws InvalidRecordException {
    int colon = line.indexOf(':');
    String key = colon < 0 ? "" : line.substring(0, colon);
    if (!KEY.matcher(key).matches()) {
      throw syntaxError("a line must be a key, a colon and a value", line);
    }
    String value = WhiteSpace.trim(line.substring(colon + 1));
    if (CONTROL.matcher(value).find()) {
      throw syntaxError("a value must not contain control characters", line);
    }
    if (key.equals("mx")) {
      mx.add(MtaStsPolicyValue.pattern(value));
    } else if (seen.add(key)) {
      readFirst(key, value);
    } else {
      repeated.add(key);
    }
  }

  private void readFirst(String key, String value) throws InvalidRecordException {
    switch (key) {
      case "version" -> MtaStsPolicyValue.checkVersion(value);
      case "mode" -> mode = MtaStsPolicyValue.mode(value);
      case "max_age" -> maxAge = MtaStsPolicyValue.age(value);
      default -> {
        if (value.isEmpty()) {
          throw syntaxError("a key must have a value", key + ":");
        }
        unknown.add(key);
      }
    }
  }

  private MtaStsPolicy policy() throws InvalidRecordException {
    if (!seen.contains("version")) {
      throw missing(
          FindingCode.INVALID_MISSING_VERSION, "version", "version: " + MtaStsPolicy.VERSION);
    }
    if (mode == null) {
      throw missing(
          FindingCode.INVALID_MISSING_MODE,
          "mode",
          "mode: testing, and change it to enforce once nothing fails");
    }
    if (maxAge == null) {
      throw missing(FindingCode.INVALID_MISSING_MAX_AGE, "max_age", "max_age: 604800 for a week");
    }
    if (mx.isEmpty() && mode != Mode.NONE) {
      throw missing(
          FindingCode.INVALID_MISSING_MX, "mx", "mx: and a name for each MX record of the domain");
    }
    return new MtaStsPolicy(mode, maxAge, mx);
  }

  private static InvalidRecordException missing(FindingCode code, String key, String line) {
    return MtaStsPolicyValue.invalid(
        code,
        "a policy must have a line that begins with " + key + ": in lower case",
        "Add " + line + ".");
  }

  private void remarkKeys() {
    if (!repeated.isEmpty()) {
      warn(
          FindingCode.WARN_DUPLICATE_FIRST_WINS,
          "of a repeated key senders take the first, and ignore the others: " + list(repeated),
          "Keep one of each.");
    }
    if (!unknown.isEmpty()) {
      warn(
          FindingCode.UNKNOWN_FIELD,
          "senders ignore keys that they do not know: " + list(unknown),
          "Look for a typing error; remove what nobody reads.");
    }
  }

  private void remarkAge(MtaStsPolicy policy) {
    if (policy.mode() == Mode.ENFORCE && policy.maxAge().compareTo(SHORT) < 0) {
      warn(
          FindingCode.SHORT_MAX_AGE,
          "senders forget the policy after "
              + policy.maxAge().toSeconds()
              + " seconds, so an attacker need not keep them from fetching it for long",
          "Choose weeks, at least max_age: 604800.");
    }
  }

  private static Finding valid(MtaStsPolicy policy) {
    String hosts = policy.mx().isEmpty() ? "" : ", for " + list(policy.mx());
    return Finding.info(
        FindingCode.VALID,
        "mode %s, kept for %d seconds%s"
            .formatted(policy.mode().text(), policy.maxAge().toSeconds(), hosts),
        "",
        MtaStsPolicy.SOURCE);
  }

  private void warn(FindingCode code, String message, String fix) {
    remarks.add(Finding.warning(code, message, fix, MtaStsPolicy.SOURCE));
  }

  private static InvalidRecordException syntaxError(String rule, String found) {
    return MtaStsPolicyValue.invalid(
        FindingCode.INVALID_SYNTAX,
        rule + MtaStsPolicyValue.got(found),
        "Write lines such as mode: testing, and nothing else.");
  }

  private static String list(Collection<?> items) {
    return Excerpt.of(items.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }
}

package farol.domain.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands the senders' own words for a cause: Microsoft's in capitals, mox's with hyphens, the
 * names of OpenSSL's errors, and SMTP phrases.
 */
final class ReasonCode {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_\\-.:]+");

  /** The first that matches wins. */
  private static final List<Rule> RULES =
      List.of(
          rule(
              "mx hosts mismatch|(mtasts policy )?mx mismatch|mx( host)? not (in|authorized by) policy",
              Cause.MX_NOT_IN_POLICY),
          rule("dane no match|tlsa invalid|no matching tlsa", Cause.TLSA_INVALID),
          rule("has expired|certificate expired|cert expired", Cause.CERTIFICATE_EXPIRED),
          rule(
              "host(name)? mismatch|does not match host|name mismatch",
              Cause.CERTIFICATE_HOST_MISMATCH),
          rule(
              "self signed|unable to get (local )?issuer|unknown (certificate )?authority|unknown ca|not trusted"
                  + "|unable to verify leaf|chain too long|untrusted",
              Cause.CERTIFICATE_NOT_TRUSTED),
          rule("back off after recent fetch error|policy fetch", Cause.STS_POLICY_FETCH_ERROR),
          rule("starttls reply code|starttls refused", Cause.STARTTLS_REFUSED),
          rule("starttls not supported|no starttls", Cause.STARTTLS_NOT_SUPPORTED),
          rule(
              "timeout|timed out|connection (was )?(closed|reset)|broken pipe|unexpected eof",
              Cause.HANDSHAKE_INTERRUPTED),
          rule(
              "tls (remote|local)|tls record header|handshake|no (shared|common) cipher|protocol version",
              Cause.HANDSHAKE_FAILED));

  private record Rule(Pattern words, Cause cause) {}

  private ReasonCode() {}

  /** The cause that the code names, or null where it names none that is known. */
  static @Nullable Cause causeOf(String code) {
    String words = SEPARATORS.matcher(code.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return RULES.stream()
        .filter(rule -> rule.words().matcher(words).find())
        .map(Rule::cause)
        .findFirst()
        .orElse(null);
  }

  private static Rule rule(String words, Cause cause) {
    return new Rule(Pattern.compile(words), cause);
  }
}

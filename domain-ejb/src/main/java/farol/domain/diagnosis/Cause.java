package farol.domain.diagnosis;

import farol.domain.report.ResultType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why sessions failed, in terms of what an operator can repair.
 *
 * <p>Most result types of RFC 8460 are a cause by themselves. {@code validation-failure} is not: it
 * stands for whatever a sender has no type for, and only its reason code tells more.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4.3">RFC 8460, section 4.3</a>
 */
public enum Cause {
  STARTTLS_NOT_SUPPORTED,
  CERTIFICATE_HOST_MISMATCH,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_TRUSTED,
  /** The host is not among the {@code mx:} lines of the MTA-STS policy. */
  MX_NOT_IN_POLICY,
  TLSA_INVALID,
  DNSSEC_INVALID,
  DANE_REQUIRED,
  STS_POLICY_FETCH_ERROR,
  STS_POLICY_INVALID,
  STS_WEBPKI_INVALID,
  /** STARTTLS was offered and then refused. */
  STARTTLS_REFUSED,
  /** The two sides found no common protocol, cipher or meaning. */
  HANDSHAKE_FAILED,
  /** The connection ended or timed out during the handshake; once or twice it is noise. */
  HANDSHAKE_INTERRUPTED,
  /** {@code validation-failure} with no reason, or one that nobody here knows. */
  VALIDATION_FAILURE,
  /** A result type that RFC 8460 does not know, or none. */
  UNKNOWN;

  private static final Map<String, Cause> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Cause::key, Function.identity()));

  /** Names the cause in text bundles and URLs, such as {@code mx-not-in-policy}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cause of that {@link #key}; empty where it is none's. */
  public static Optional<Cause> ofKey(@Nullable String key) {
    return key == null ? Optional.empty() : Optional.ofNullable(BY_KEY.get(key));
  }

  /** The cause of a failure as reported. */
  public static Cause of(@Nullable ResultType type, @Nullable String reasonCode) {
    if (type == null || !type.isKnown()) {
      return UNKNOWN;
    }
    boolean saysLittle =
        type.equals(ResultType.VALIDATION_FAILURE) || type.equals(ResultType.STS_POLICY_INVALID);
    Cause byReason = saysLittle && reasonCode != null ? ReasonCode.causeOf(reasonCode) : null;
    if (byReason == MX_NOT_IN_POLICY
        || (byReason != null && type.equals(ResultType.VALIDATION_FAILURE))) {
      return byReason;
    }
    return BY_KEY.getOrDefault(type.value(), UNKNOWN);
  }
}

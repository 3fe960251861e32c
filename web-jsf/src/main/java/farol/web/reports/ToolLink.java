package farol.web.reports;

import farol.domain.diagnosis.Cause;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.web.kit.Texts;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where people can see for themselves whether what a report says is still so.
 *
 * @param path below the portal's root, with its query
 */
public record ToolLink(String path, String text) {
  static final ToolLink NONE = new ToolLink("", "");

  /** What shows it: one of the tools, or the domain's own page. */
  public enum Place {
    MTA_STS("tools/mta-sts?domain="),
    RECORD_CHECK("tools/record-check?domain="),
    DOMAIN("domain?name=");

    private final String path;

    Place(String path) {
      this.path = path;
    }
  }

  /**
   * For a failure under a policy; {@link #NONE} where nothing would show it.
   *
   * @param domain the policy's, as reported: outside text
   * @param isOwn whether it is monitored, and its page can be seen
   */
  static ToolLink of(Cause cause, @Nullable String domain, Predicate<String> isOwn, Texts texts) {
    Optional<DomainName> name = name(domain);
    return name.flatMap(known -> place(cause, isOwn.test(known.value())))
        .map(
            place ->
                new ToolLink(
                    place.path + name.orElseThrow(), texts.get("failure.tool." + place.name())))
        .orElse(NONE);
  }

  private static Optional<Place> place(Cause cause, boolean isOwn) {
    return switch (cause) {
      case STS_POLICY_FETCH_ERROR, STS_POLICY_INVALID, STS_WEBPKI_INVALID, MX_NOT_IN_POLICY ->
          Optional.of(Place.MTA_STS);
      case TLSA_INVALID, DNSSEC_INVALID, DANE_REQUIRED -> Optional.of(Place.RECORD_CHECK);
      case CERTIFICATE_HOST_MISMATCH, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_TRUSTED ->
          Optional.of(isOwn ? Place.DOMAIN : Place.RECORD_CHECK);
      // Mail servers alone show it, and those of others are not asked.
      case STARTTLS_NOT_SUPPORTED,
          STARTTLS_REFUSED,
          HANDSHAKE_FAILED,
          HANDSHAKE_INTERRUPTED,
          VALIDATION_FAILURE,
          UNKNOWN ->
          isOwn ? Optional.of(Place.DOMAIN) : Optional.empty();
    };
  }

  private static Optional<DomainName> name(@Nullable String domain) {
    try {
      return domain == null ? Optional.empty() : Optional.of(DomainName.parse(domain));
    } catch (InvalidDomainNameException notAName) {
      return Optional.empty();
    }
  }
}

package farol.tools.record;

import static java.util.Objects.requireNonNull;

import farol.domain.posture.Known;
import farol.domain.published.CertificateFacts;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import org.jspecify.annotations.Nullable;

/**
 * What a policy's host answers by one family of addresses. Texts are outside text.
 *
 * @param family {@code ipv4} or {@code ipv6}
 * @param code {@code FETCHED}, or that of a failure; empty where nobody knows
 * @param detail the media type, or where a redirect leads; null where nothing is known of it
 * @param body as sent; null where none came
 * @param certificate of the host; null where none was seen
 */
public record PolicySource(
    String family,
    String code,
    @Nullable String detail,
    @Nullable String body,
    @Nullable CertificateFacts certificate) {
  private static final String FETCHED = "FETCHED";

  public PolicySource {
    requireNonNull(family, "family");
    requireNonNull(code, "code");
  }

  static PolicySource of(Known known, String family) {
    Aspect fetch = new Aspect(Observed.POLICY_FETCH, family);
    return new PolicySource(
        family,
        known.code(fetch),
        known.detail(fetch),
        known.value(new Aspect(Observed.MTASTS_POLICY, family)).orElse(null),
        known
            .chain(new Aspect(Observed.POLICY_CERTIFICATE, family))
            .map(chain -> CertificateFacts.of(chain.leaf()))
            .orElse(null));
  }

  /** Whether a policy came. */
  public boolean isFetched() {
    return code.equals(FETCHED);
  }

  /** Whether the host has no address of this family. */
  public boolean isHostless() {
    return code.equals("NO_ADDRESS");
  }

  /** Whether no answer came in time, or this machine has no way to the host. */
  public boolean isUnknown() {
    return code.isEmpty();
  }
}

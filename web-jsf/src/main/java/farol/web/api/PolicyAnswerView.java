package farol.web.api;

import farol.tools.record.CheckedDomain;
import farol.tools.record.PolicySource;
import farol.web.api.PostureView.CertificateView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy's host answered by one family of addresses.
 *
 * @param family {@code ipv4} or {@code ipv6}
 * @param result {@code FETCHED}, or the code of a failure such as {@code STATUS_404}; {@code
 *     UNKNOWN} where no answer came in time, or there is no way there
 * @param mediaType of what was fetched; absent where none was given
 * @param redirect where a redirect leads; absent where there is none
 * @param body as sent; absent where nothing came
 * @param certificate of the host; absent where none was seen
 */
public record PolicyAnswerView(
    String family,
    String result,
    @Nullable String mediaType,
    @Nullable String redirect,
    @Nullable String body,
    @Nullable CertificateView certificate) {
  static List<PolicyAnswerView> of(CheckedDomain checked) {
    return checked.policies().stream().map(PolicyAnswerView::of).toList();
  }

  private static PolicyAnswerView of(PolicySource policy) {
    return new PolicyAnswerView(
        policy.family(),
        policy.isUnknown() ? "UNKNOWN" : policy.code(),
        policy.isFetched() ? policy.detail() : null,
        policy.isFetched() ? null : policy.detail(),
        policy.body(),
        CertificateView.of(policy.certificate()));
  }
}

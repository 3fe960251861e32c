package farol.domain.report;

import org.jspecify.annotations.Nullable;

/**
 * What one kind of failure looked like. Details explain failures; their kinds may overlap, so they
 * are never summed into a report's total. Anything but the count may be missing: a policy that
 * could not be fetched has no MX host, for instance.
 *
 * @param resultType why the sessions failed
 * @param sendingMtaIp an IP address in its canonical form (RFC 5952 for IPv6)
 * @param receivingMxHostname the MX host, in lower case and without a trailing dot
 * @param receivingMxHelo what the host called itself, verbatim
 * @param receivingIp an IP address in its canonical form
 * @param failedSessions never negative; 0 where the sender left it out
 * @param additionalInformation a URI or free text, possibly of several lines
 * @param failureReasonCode the sender's own word for the cause
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4.4">RFC 8460, section 4.4</a>
 */
public record FailureDetail(
    @Nullable ResultType resultType,
    @Nullable String sendingMtaIp,
    @Nullable String receivingMxHostname,
    @Nullable String receivingMxHelo,
    @Nullable String receivingIp,
    long failedSessions,
    @Nullable String additionalInformation,
    @Nullable String failureReasonCode) {
  public FailureDetail {
    if (failedSessions < 0) {
      throw new IllegalArgumentException(
          "failed sessions must not be negative, got " + failedSessions);
    }
  }
}

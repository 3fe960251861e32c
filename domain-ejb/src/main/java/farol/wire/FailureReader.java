package farol.wire;

import farol.domain.report.FailureDetail;
import farol.domain.report.ResultType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code failure-details} (RFC 8460, section 4.4). */
final class FailureReader {
  private static final String RESULT_TYPE = "result-type";
  private static final String FAILED_SESSION_COUNT = "failed-session-count";

  private final FieldReader fields;
  private @Nullable ResultType resultType;
  private @Nullable String sendingMtaIp;
  private @Nullable String receivingMxHostname;
  private @Nullable String receivingMxHelo;
  private @Nullable String receivingIp;
  private @Nullable Long failedSessions;
  private @Nullable String additionalInformation;
  private @Nullable String failureReasonCode;
  private @Nullable String failureErrorCode;

  FailureReader(FieldReader fields) {
    this.fields = fields;
  }

  FailureDetail read() throws IOException {
    fields.requireObject("failure-details");
    JsonCursor cursor = fields.cursor();
    for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
      readMember(name);
    }
    warnAboutResultType();
    if (failedSessions == null) {
      fields.warn(WarningCode.WARN_COUNT, FAILED_SESSION_COUNT + " is absent, it counts as 0");
    }
    return new FailureDetail(
        resultType,
        sendingMtaIp,
        receivingMxHostname,
        receivingMxHelo,
        receivingIp,
        failedSessions == null ? 0 : failedSessions,
        additionalInformation,
        failureReasonCode == null ? failureErrorCode : failureReasonCode);
  }

  private void readMember(String name) throws IOException {
    switch (name) {
      case RESULT_TYPE -> resultType = resultType();
      case "sending-mta-ip" -> sendingMtaIp = fields.address(name);
      case "receiving-mx-hostname" -> receivingMxHostname = fields.hostName(name);
      case "receiving-mx-helo" -> receivingMxHelo = fields.line(name);
      case "receiving-ip" -> receivingIp = fields.address(name);
      case FAILED_SESSION_COUNT -> failedSessions = fields.count(name);
      case "additional-information" -> additionalInformation = fields.lines(name);
      case "failure-reason-code" -> failureReasonCode = fields.line(name);
      case "failure-error-code" -> failureErrorCode = errorCode(name);
      default -> fields.skipUnknown(name);
    }
  }

  private @Nullable ResultType resultType() throws IOException {
    String value = fields.line(RESULT_TYPE);
    return value == null ? null : new ResultType(value);
  }

  /** An early draft of the RFC called the reason so. */
  private @Nullable String errorCode(String name) throws IOException {
    fields.warn(WarningCode.WARN_FIELD_NAME, name + " was read as failure-reason-code");
    return fields.line(name);
  }

  private void warnAboutResultType() {
    if (resultType == null) {
      fields.warn(WarningCode.WARN_RESULT_TYPE, RESULT_TYPE + " is absent");
    } else if (!resultType.isKnown()) {
      fields.warn(
          WarningCode.UNKNOWN_RESULT_TYPE,
          TextRules.quote(resultType.value()) + " is not a result type of RFC 8460");
    } else if (resultType.equals(ResultType.STS_POLICY_FETCH_ERROR)
        && receivingMxHostname != null) {
      // Whoever could not fetch the policy did not yet talk to an MX host: it means something else.
      fields.warn(
          WarningCode.UNKNOWN_RESULT_TYPE,
          resultType.value() + " names an MX host, which its meaning in RFC 8460 rules out");
    }
  }
}

package farol.demo;

import farol.domain.report.ResultType;

/** Why sessions fail in the demonstration. */
enum DemoCause {
  CERTIFICATE_EXPIRED(ResultType.CERTIFICATE_EXPIRED),
  /** RFC 8460 has no type of its own for it; senders say so in the reason. */
  HOST_NOT_IN_POLICY(ResultType.VALIDATION_FAILURE),
  /** Noise. */
  TIMEOUT(ResultType.VALIDATION_FAILURE);

  private final ResultType resultType;

  DemoCause(ResultType resultType) {
    this.resultType = resultType;
  }

  ResultType resultType() {
    return resultType;
  }
}

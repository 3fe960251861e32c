package farol.web.api;

import farol.domain.quarantine.RefusedBody;

/**
 * A refused body.
 *
 * @param receivedAt in RFC 3339, UTC
 * @param code why it was refused, as its sender was told
 * @param bytes how many are kept
 */
public record RefusedBodyView(long id, String receivedAt, String code, String detail, long bytes) {
  static RefusedBodyView of(RefusedBody body) {
    return new RefusedBodyView(
        body.id(), body.receivedAt().toString(), body.code(), body.detail(), body.bytes());
  }
}

package farol.domain.quarantine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A body that was refused, without its bytes.
 *
 * @param code why, as its sender was told
 * @param detail the reason for people; outside text in it is harmless and short
 * @param bytes how many of them are kept: all, unless there were too many to be read
 */
public record RefusedBody(long id, Instant receivedAt, String code, String detail, long bytes) {
  public RefusedBody {
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(code, "code");
    requireNonNull(detail, "detail");
  }
}

package farol.domain.report;

/**
 * Sessions tried under one policy, or under several that do not overlap. Sessions, not messages: a
 * success is a session that met the policy.
 *
 * @param successful never negative
 * @param failed never negative
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-4.1">RFC 8460, section 4.1</a>
 */
public record SessionCounts(long successful, long failed) {
  public static final SessionCounts NONE = new SessionCounts(0, 0);

  public SessionCounts {
    if (successful < 0 || failed < 0) {
      throw new IllegalArgumentException(
          "session counts must not be negative, got " + successful + " and " + failed);
    }
  }

  /** All sessions, met or not. */
  public long tried() {
    return Math.addExact(successful, failed);
  }

  /** The sum of two counts; right only where no session is in both. */
  public SessionCounts plus(SessionCounts other) {
    return new SessionCounts(
        Math.addExact(successful, other.successful), Math.addExact(failed, other.failed));
  }
}

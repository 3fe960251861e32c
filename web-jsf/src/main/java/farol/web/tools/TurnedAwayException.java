package farol.web.tools;

import java.time.Duration;

/** Somebody who is not signed in uses the tools too often. */
public final class TurnedAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TurnedAwayException(Duration wait) {
    super("the tools may be used again in " + wait);
    this.wait = wait;
  }

  /** How long to wait in whole seconds, rounded up: who does is not turned away again. */
  public long seconds() {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }
}

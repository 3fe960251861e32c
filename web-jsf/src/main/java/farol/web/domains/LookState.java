package farol.web.domains;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with looking at a domain.
 *
 * @param last when it was last done; null before the first time
 * @param underWay whether it is being done, or will be within a minute
 * @param possible whether anybody could ask for it
 */
public record LookState(@Nullable Instant last, boolean underWay, boolean possible) {
  static LookState of(ShownPosture shown, Instant now) {
    boolean underWay = shown.domain().isDue(now);
    return new LookState(shown.lastLook(), underWay, !underWay && !shown.domain().isDemo());
  }

  public boolean isDone() {
    return last != null;
  }
}

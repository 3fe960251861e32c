package farol.web.tools;

import static java.util.Objects.requireNonNull;

import farol.network.IpNetwork;
import farol.network.RateMeter;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.web.kit.Senders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tools are open to people who are not signed in, how often each address (IPv6: a /64)
 * may use them, and how many do at once: what is read of one report may take some megabytes, and
 * what is asked of others takes its time. Whoever waits for slow servers keeps nobody from reading.
 */
@ApplicationScoped
public class SignedOutUse {
  private static final int MOST_AT_ONCE = 8;
  private static final Duration SOON = Duration.ofSeconds(5);

  @Inject Settings settings;
  @Inject Senders senders;

  private final Map<Tool.Work, Semaphore> places =
      Map.of(
          Tool.Work.READING, new Semaphore(MOST_AT_ONCE),
          Tool.Work.ASKING, new Semaphore(MOST_AT_ONCE));
  private @Nullable RateMeter<IpNetwork> meter; // null until it is needed

  public boolean isAllowed() {
    return settings.flag(Setting.TOOLS_OPEN);
  }

  /**
   * Begins one. Whoever begins one ends it.
   *
   * @throws TurnedAwayException if the address had its number, or too many are under way
   */
  public void begin(Tool tool, HttpServletRequest request) throws TurnedAwayException {
    Optional<Duration> wait = meter().take(senders.of(request).network(32, 64));
    if (wait.isPresent()) {
      throw new TurnedAwayException(wait.get());
    }
    if (!places(tool).tryAcquire()) {
      throw new TurnedAwayException(SOON);
    }
  }

  public void end(Tool tool) {
    places(tool).release();
  }

  private Semaphore places(Tool tool) {
    return requireNonNull(places.get(tool.work()));
  }

  private synchronized RateMeter<IpNetwork> meter() {
    if (meter == null) {
      meter =
          new RateMeter<>(
              settings.number(Setting.LIMIT_RATE_TOOLS_MINUTE),
              Duration.ofMinutes(1),
              System::nanoTime);
    }
    return meter;
  }
}

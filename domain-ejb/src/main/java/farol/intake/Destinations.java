package farol.intake;

import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.TokenHash;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells within a second where a post goes, whatever the database does. In an outage a token that
 * was known goes where it went, one that was none is still none, and any other is judged when the
 * spool is drained.
 */
final class Destinations {
  private final CollectorDirectory collectors;
  private final Outage outage;
  private final Clock clock;
  private final Duration patience;

  Destinations(CollectorDirectory collectors, Outage outage, Clock clock, Duration patience) {
    this.collectors = collectors;
    this.outage = outage;
    this.clock = clock;
    this.patience = patience;
  }

  /** Empty for a token that is unknown or retired. */
  Optional<Destination> find(TokenHash token) {
    if (!outage.isOn()) {
      try {
        return collectors
            .find(token, clock.instant())
            .get(patience.toMillis(), TimeUnit.MILLISECONDS)
            .map(route -> new Destination(token, route));
      } catch (ExecutionException | TimeoutException e) {
        outage.begin("a token could not be looked up", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return remembered(token);
  }

  private Optional<Destination> remembered(TokenHash token) {
    return collectors.isKnownDead(token, clock.instant())
        ? Optional.empty()
        : Optional.of(
            new Destination(token, collectors.lastRoute(token, clock.instant()).orElse(null)));
  }
}

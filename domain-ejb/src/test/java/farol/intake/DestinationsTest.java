package farol.intake;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.CollectorRoute;
import farol.domain.monitored.Directories;
import farol.domain.monitored.StoredDomains;
import farol.domain.monitored.TokenHash;
import farol.domain.shared.TestClock;
import farol.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(20)
class DestinationsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration PATIENCE = Duration.ofMillis(50);
  private static final TokenHash UNKNOWN = new TokenHash("0123456789abcdef".repeat(4));

  private final TestClock clock = new TestClock(Instant.parse("2026-11-24T10:00:00Z"));
  private final Outage outage = new Outage();
  private final AtomicInteger lookups = new AtomicInteger();
  private boolean hanging;
  private CollectorDirectory directory;
  private Destinations destinations;
  private long domain;
  private TokenHash live;

  @BeforeEach
  void addCollector() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    live = StoredDomains.collector(DATABASE.sql(), domain).hash();
    directory = Directories.on(DATABASE.dataSource(), this::run);
    destinations = new Destinations(directory, outage, clock, PATIENCE);
  }

  private void run(Runnable lookup) {
    lookups.incrementAndGet();
    if (!hanging) {
      lookup.run();
    }
  }

  @Test
  void areTheCollectorsOfLiveTokensAndOfNoOthers() {
    assertThat(destinations.find(live).flatMap(Destination::route))
        .map(CollectorRoute::domainId)
        .contains(domain);
    assertThat(destinations.find(UNKNOWN)).isEmpty();
    assertThat(outage.isOn()).isFalse();
  }

  @Test
  void areLeftOpenWhenTheDatabaseIsTooSlow() {
    hanging = true;

    assertThat(destinations.find(live)).contains(new Destination(live, null));
    assertThat(outage.isOn()).isTrue();
  }

  @Test
  void areLeftOpenWhenTheDatabaseIsAway() {
    Directories.takeDatabaseAway(directory);

    assertThat(destinations.find(live)).contains(new Destination(live, null));
    assertThat(outage.isOn()).isTrue();
  }

  @Test
  void areThoseLastKnownInAnOutageAndNobodyIsAsked() {
    destinations.find(live);
    destinations.find(UNKNOWN);
    hanging = true;
    outage.begin("a test", new IllegalStateException());
    lookups.set(0);
    clock.pass(Duration.ofHours(1));
    TokenHash never = new TokenHash("f".repeat(64));

    assertThat(destinations.find(live).flatMap(Destination::route))
        .map(CollectorRoute::domainId)
        .contains(domain);
    assertThat(destinations.find(UNKNOWN)).isEmpty();
    assertThat(destinations.find(never)).contains(new Destination(never, null));
    assertThat(lookups).hasValue(0);
  }
}

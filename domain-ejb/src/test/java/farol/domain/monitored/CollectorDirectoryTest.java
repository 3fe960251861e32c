package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.store.DatabaseException;
import farol.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CollectorDirectoryTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final CollectorDirectory directory = Directories.on(DATABASE.dataSource());
  private final TokenHash unknown = CollectorToken.random().hash();
  private long domain;
  private TokenHash live;
  private TokenHash retiring;

  @BeforeEach
  void addCollectors() {
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    live = StoredDomains.collector(DATABASE.sql(), domain).hash();
    CollectorToken old = StoredDomains.collector(DATABASE.sql(), domain);
    StoredDomains.retire(DATABASE.sql(), old, NOW.plus(DAY));
    retiring = old.hash();
  }

  @Test
  void findsWhatIsLiveAtTheTimeInQuestion() {
    assertThat(find(live, NOW)).map(CollectorRoute::domainId).contains(domain);
    assertThat(find(retiring, NOW)).isPresent();
    assertThat(find(retiring, NOW.plus(DAY))).isEmpty();
    assertThat(find(unknown, NOW)).isEmpty();
  }

  @Test
  void hasNoLastAnswerForATokenThatWasNeverLookedUp() {
    assertThat(directory.lastRoute(live, NOW)).isEmpty();
    assertThat(directory.isKnownDead(live, NOW)).isFalse();
    assertThat(directory.isKnownDead(unknown, NOW)).isFalse();
  }

  @Test
  void knowsItsLastAnswersWhileTheDatabaseIsAway() {
    find(live, NOW);
    find(retiring, NOW);
    find(unknown, NOW);
    Directories.takeDatabaseAway(directory);

    assertThat(directory.lastRoute(live, NOW)).map(CollectorRoute::domainId).contains(domain);
    assertThat(directory.isKnownDead(live, NOW)).isFalse();
    assertThat(directory.lastRoute(retiring, NOW)).isPresent();
    assertThat(directory.isKnownDead(retiring, NOW.plus(DAY))).isTrue();
    assertThat(directory.isKnownDead(unknown, NOW)).isTrue();
  }

  @Test
  void tellsOfAnOutageAndAsksAgainAfterIt() {
    Directories.takeDatabaseAway(directory);
    assertThatThrownBy(() -> find(live, NOW))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(DatabaseException.class);
    assertThat(directory.isKnownDead(live, NOW)).isFalse();
    assertThat(directory.isReachable()).isFalse();

    directory.database = DATABASE.dataSource();
    assertThat(directory.isReachable()).isTrue();
    assertThat(find(live, NOW)).isPresent();
  }

  @Test
  void forgetsTheRoutesOfADomain() {
    find(live, NOW);
    DATABASE.sql().update("delete from collector");

    directory.forget(domain + 1);
    assertThat(find(live, NOW)).isPresent();
    assertThat(directory.lastRoute(live, NOW)).isPresent();

    directory.forget(domain);
    assertThat(directory.lastRoute(live, NOW)).isEmpty();
    assertThat(find(live, NOW)).isEmpty();
  }

  private Optional<CollectorRoute> find(TokenHash token, Instant time) {
    return directory.find(token, time).join();
  }
}

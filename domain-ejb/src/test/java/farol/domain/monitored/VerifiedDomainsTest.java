package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DomainName;
import farol.store.TestDatabase;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedDomainsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final VerifiedDomains domains = Directories.verified(DATABASE.sql());
  private long annsDomain;
  private long bobsDomain;

  @BeforeEach
  void addDomains() {
    annsDomain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    bobsDomain = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");
    StoredDomains.verified(DATABASE.sql(), "bob", "example.org");
  }

  @Test
  void findsTheDomainOfEachAccountThatHasIt() {
    assertThat(keys("example.com", null)).containsExactly(annsDomain, bobsDomain);
  }

  @Test
  void findsThatOfOneAccountOnly() {
    assertThat(keys("example.com", account("bob"))).containsExactly(bobsDomain);
    assertThat(keys("example.org", account("ann"))).isEmpty();
  }

  @Test
  void findsWholeNamesOnly() {
    assertThat(keys("www.example.com", null)).isEmpty();
    assertThat(keys("example.net", null)).isEmpty();
  }

  @Test
  void knowsTheMailServers() {
    DATABASE
        .sql()
        .update(
            "update monitored_domain set mx_hosts = '{mx.example.com}' where id = ?", annsDomain);

    assertThat(domains.named(DomainName.parse("example.com"), null))
        .extracting(CollectorRoute::mxHosts)
        .containsExactly(Set.of("mx.example.com"), Set.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING", "SUSPENDED"})
  void findsNoDomainThatIsNotProvenNow(String state) {
    DATABASE.sql().update("update monitored_domain set state = ? where id = ?", state, annsDomain);

    assertThat(keys("example.com", null)).containsExactly(bobsDomain);
  }

  private List<Long> keys(String name, @Nullable Long accountId) {
    return domains.named(DomainName.parse(name), accountId).stream()
        .map(CollectorRoute::domainId)
        .toList();
  }

  private static long account(String founder) {
    return StoredDomains.account(DATABASE.sql(), founder);
  }
}

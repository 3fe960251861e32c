package farol.domain.quarantine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.audit.AuditLogs;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.StoredDomains;
import farol.domain.report.RawReport;
import farol.settings.Settings;
import farol.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuarantineTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int MOST = 100;
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final Quarantine quarantine = new Quarantine();
  private long domain;

  @BeforeEach
  void addDomain() {
    quarantine.bodies = new QuarantineStore();
    quarantine.bodies.sql = DATABASE.sql();
    quarantine.settings = Settings.of(Map.of());
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
  }

  @Test
  void keepsTheBytesWithTheReason() {
    quarantine.keep(
        domain, NOON, "BAD_JSON", "it ends early", new RawReport(bytes("{"), "text/x", "gzip"));

    RefusedPage page = quarantine.page(domain, 0, 10);
    assertThat(page.total()).isEqualTo(1);
    RefusedBody body = page.items().get(0);
    assertThat(body).isEqualTo(new RefusedBody(body.id(), NOON, "BAD_JSON", "it ends early", 1));
    RawReport raw = quarantine.raw(domain, body.id()).orElseThrow();
    assertThat(raw.body()).isEqualTo(bytes("{"));
    assertThat(raw.contentType()).isEqualTo("text/x");
    assertThat(raw.contentEncoding()).isEqualTo("gzip");
  }

  @Test
  void dropsTheOldestBeyondItsLimitAndNoneOfAnotherDomain() {
    long other = StoredDomains.verified(DATABASE.sql(), "ann", "example.org");
    keep(other, "other");
    for (int i = 1; i < MOST; i++) {
      keep(domain, "body " + i);
    }
    assertThat(reasons(domain)).hasSize(MOST - 1);
    keep(domain, "body " + MOST);
    assertThat(reasons(domain)).hasSize(MOST).contains("body 1");

    keep(domain, "one more");

    assertThat(reasons(domain)).hasSize(MOST).startsWith("one more", "body 100").endsWith("body 2");
    assertThat(reasons(other)).containsExactly("other");
  }

  @Test
  void keepsNoneWhereNoneAreWanted() {
    quarantine.settings = Settings.of(Map.of("FAROL_LIMIT_QUARANTINE_BODIES", "0"));

    keep(domain, "unwanted");

    assertThat(reasons(domain)).isEmpty();
  }

  @Test
  void keepsNothingForADomainThatIsGone() {
    keep(domain + 1_000, "for nobody");

    assertThat(DATABASE.number("select count(*) from refused_body")).isZero();
  }

  @Test
  void showsNobodyWhatCameForAnUnverifiedDomain() {
    keep(domain, "early");
    DATABASE.sql().update("update monitored_domain set state = 'PENDING' where id = ?", domain);
    long id = DATABASE.number("select id from refused_body");

    assertThat(quarantine.page(domain, 0, 10).total()).isZero();
    assertThat(quarantine.raw(domain, id)).isEmpty();
    assertThat(delete(domain, id)).isFalse();
  }

  @Test
  void givesAnotherDomainNothing() {
    keep(domain, "ours");
    long other = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");
    long id = quarantine.page(domain, 0, 10).items().get(0).id();

    assertThat(quarantine.raw(other, id)).isEmpty();
    assertThat(delete(other, id)).isFalse();
    assertThat(delete(domain, id)).isTrue();
    assertThat(reasons(domain)).isEmpty();
    assertThat(AuditLogs.lines(DATABASE.sql()))
        .containsExactly("Farol REFUSED_BODY_DELETED example.com, refused body " + id);
  }

  @Test
  void piecesMakeUpTheWholeList() {
    List.of("first", "second", "third").forEach(detail -> keep(domain, detail));
    keep(StoredDomains.verified(DATABASE.sql(), "ann", "example.org"), "other");

    List<RefusedBody> piece = quarantine.after(domain, null, 2);
    assertThat(piece).extracting(RefusedBody::detail).containsExactly("third", "second");
    List<RefusedBody> next = quarantine.after(domain, piece.get(1), 2);
    assertThat(next).extracting(RefusedBody::detail).containsExactly("first");
    assertThat(quarantine.after(domain, next.get(0), 2)).isEmpty();
  }

  private boolean delete(long ofDomain, long id) {
    return DATABASE.call(
        entities -> {
          quarantine.audit = AuditLogs.on(entities, Clock.systemUTC());
          return quarantine.delete(entities.find(MonitoredDomain.class, ofDomain), id);
        });
  }

  private void keep(long domainId, String detail) {
    quarantine.keep(domainId, NOON, "BAD_JSON", detail, new RawReport(bytes("{"), null, null));
  }

  private List<String> reasons(long domainId) {
    return quarantine.page(domainId, 0, 500).items().stream().map(RefusedBody::detail).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}

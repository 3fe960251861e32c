package farol.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.shared.TestClock;
import farol.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Actor ANN = new Actor("ann", "192.0.2.7");

  private final TestClock clock = new TestClock(NOON);

  @Test
  void tellsWhoWhenFromWhereAndWhat() {
    try (Actor.Turn turn = ANN.begin()) {
      write(7L, new Change(AuditAction.MEMBER_CHANGED, "bob", "viewer", "analyst"));
    }

    AuditEntry entry = list(AuditFilter.ofAll()).get(0);
    assertThat(entry.at()).isEqualTo(NOON);
    assertThat(entry.actor()).isEqualTo("ann");
    assertThat(entry.address()).contains("192.0.2.7");
    assertThat(entry.accountId()).contains(7L);
    assertThat(entry.action()).isEqualTo(AuditAction.MEMBER_CHANGED);
    assertThat(entry.subject()).isEqualTo("bob");
    assertThat(entry.before()).contains("viewer");
    assertThat(entry.after()).contains("analyst");
  }

  @Test
  void saysFarolWhereNobodyAsked() {
    try (Actor.Turn turn = ANN.begin()) {
      assertThat(Actor.current()).isEqualTo(ANN);
    }
    write(7L, Change.of(AuditAction.DOMAIN_EXPIRED, "example.com"));

    AuditEntry entry = list(AuditFilter.ofAll()).get(0);
    assertThat(entry.actor()).isEqualTo("Farol");
    assertThat(entry.address()).isEmpty();
    assertThat(entry.before()).isEmpty();
    assertThat(entry.after()).isEmpty();
  }

  @Test
  void keepsNothingOfAChangeThatIsRolledBack() {
    assertThatThrownBy(
            () ->
                DATABASE.run(
                    entities -> {
                      AuditLogs.on(entities, clock)
                          .record(7, Change.of(AuditAction.DOMAIN_ADDED, "example.com"));
                      throw new IllegalStateException("refused");
                    }))
        .hasMessageContaining("refused");

    assertThat(AuditLogs.lines(DATABASE.sql())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'eve'",
        "delete from audit_entry",
        "truncate audit_entry"
      })
  void isNeverAltered(String statement) {
    write(7L, Change.of(AuditAction.DOMAIN_ADDED, "example.com"));

    assertThatThrownBy(() -> DATABASE.sql().update(statement))
        .hasMessageContaining("neither changed nor deleted");
    assertThat(AuditLogs.lines(DATABASE.sql())).containsExactly("Farol DOMAIN_ADDED example.com");
  }

  @Test
  void showsTheLatestFirstAPageAtATime() {
    writeThree();

    assertThat(subjects(log -> log.list(AuditFilter.of(7), 0, 2)))
        .containsExactly("three.example", "two.example");
    assertThat(subjects(log -> log.list(AuditFilter.of(7), 2, 2))).containsExactly("one.example");
  }

  @Test
  void isReadPieceByPiece() {
    writeThree();
    AuditEntry second = list(AuditFilter.of(7)).get(1);
    write(7L, Change.of(AuditAction.DOMAIN_ADDED, "meanwhile.example"));

    assertThat(subjects(log -> log.after(AuditFilter.of(7), second, 10)))
        .containsExactly("one.example");
  }

  @Test
  void keepsAccountsApartAndShowsAllOfTheInstallation() {
    write(7L, Change.of(AuditAction.DOMAIN_ADDED, "mine.example"));
    write(8L, Change.of(AuditAction.DOMAIN_ADDED, "theirs.example"));
    DATABASE.run(
        entities ->
            AuditLogs.on(entities, clock).record(Change.of(AuditAction.JOB_STARTED, "retention")));

    assertThat(list(AuditFilter.of(7)))
        .extracting(AuditEntry::subject)
        .containsExactly("mine.example");
    assertThat(list(AuditFilter.ofAll()))
        .extracting(AuditEntry::subject)
        .containsExactly("retention", "theirs.example", "mine.example");
    assertThat(count(AuditFilter.of(8))).isEqualTo(1);
    assertThat(count(AuditFilter.ofAll())).isEqualTo(3);
  }

  @Test
  void isFilteredByActorAndAction() {
    try (Actor.Turn turn = ANN.begin()) {
      write(7L, Change.of(AuditAction.DOMAIN_ADDED, "anns.example"));
      write(7L, Change.of(AuditAction.DOMAIN_DELETED, "anns.example"));
    }
    write(7L, Change.of(AuditAction.DOMAIN_ADDED, "other.example"));

    AuditFilter anns = AuditFilter.of(7).by("ann", AuditAction.DOMAIN_ADDED);
    assertThat(list(anns)).extracting(AuditEntry::subject).containsExactly("anns.example");
    assertThat(count(anns)).isEqualTo(1);
    assertThat(count(AuditFilter.of(7).by("an", null))).isZero();
  }

  private void writeThree() {
    for (String name : List.of("one.example", "two.example", "three.example")) {
      write(7L, Change.of(AuditAction.DOMAIN_ADDED, name));
      clock.pass(Duration.ofMinutes(1));
    }
  }

  private void write(long account, Change change) {
    DATABASE.run(entities -> AuditLogs.on(entities, clock).record(account, change));
  }

  private List<AuditEntry> list(AuditFilter filter) {
    return DATABASE.call(entities -> AuditLogs.on(entities, clock).list(filter, 0, 100));
  }

  private long count(AuditFilter filter) {
    return DATABASE.call(entities -> AuditLogs.on(entities, clock).count(filter));
  }

  private List<String> subjects(Function<AuditLog, List<AuditEntry>> question) {
    return DATABASE.call(entities -> question.apply(AuditLogs.on(entities, clock))).stream()
        .map(AuditEntry::subject)
        .toList();
  }
}

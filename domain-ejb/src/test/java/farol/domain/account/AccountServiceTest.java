package farol.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.audit.AuditLogs;
import farol.domain.shared.TestClock;
import farol.store.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final TestClock clock = new TestClock(Instant.parse("2026-11-24T10:00:00Z"));

  @Test
  void foundsAnAccountAtTheFirstSignIn() {
    Account account = accountOf("ann");

    assertThat(account.founder()).isEqualTo("ann");
    assertThat(
            DATABASE.number(
                "select count(*) from member where account_id = ? and user_name = 'ann' and role = 'OWNER'",
                account.id()))
        .isEqualTo(1);
  }

  @Test
  void findsTheSameAccountEverAfter() {
    long id = accountOf("ann").id();

    assertThat(accountOf("ann").id()).isEqualTo(id);
    assertThat(DATABASE.number("select count(*) from account")).isEqualTo(1);
  }

  @Test
  void keepsUsersApart() {
    assertThat(accountOf("ann")).isNotEqualTo(accountOf("Ann"));
  }

  @Test
  void foundsOneAccountWhenAUserSignsInFromSeveralBrowsersAtOnce() {
    int browsers = 4;
    CountDownLatch start = new CountDownLatch(browsers);
    List<CompletableFuture<Long>> all =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> idOfAccount("ann", start), task -> new Thread(task).start()))
            .limit(browsers)
            .toList();

    assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(DATABASE.number("select count(*) from account")).isEqualTo(1);
    assertThat(DATABASE.number("select count(*) from member")).isEqualTo(1);
    assertThat(AuditLogs.lines(DATABASE.sql())).containsExactly("Farol ACCOUNT_FOUNDED ann");
  }

  @Test
  void worksInTheAccountThatTheUserJoinedFirst() {
    Account anns = accountOf("ann");
    join(anns, "bob");
    join(accountOf("eve"), "bob");

    assertThat(accountOf("bob")).isEqualTo(anns);
  }

  @Test
  void knowsAnAccountThatIsNotLoadedYet() {
    Account account = accountOf("ann");
    DATABASE.run(
        entities ->
            assertThat(account).isEqualTo(entities.getReference(Account.class, account.id())));
  }

  private Account accountOf(String user) {
    return DATABASE.call(entities -> service(entities).accountOf(user));
  }

  private long idOfAccount(String user, CountDownLatch start) {
    return DATABASE.call(
        entities -> {
          await(start);
          return service(entities).accountOf(user).id();
        });
  }

  private void join(Account account, String user) {
    DATABASE.run(
        entities -> entities.persist(new Member(account, user, Role.ANALYST, clock.instant())));
  }

  private AccountService service(EntityManager entities) {
    AccountService service = new AccountService();
    service.accounts = new AccountStore();
    service.accounts.entities = entities;
    service.audit = AuditLogs.on(entities, clock);
    service.clock = clock;
    return service;
  }

  private static void await(CountDownLatch start) {
    start.countDown();
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

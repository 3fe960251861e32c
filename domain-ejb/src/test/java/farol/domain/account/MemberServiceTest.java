package farol.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.account.MemberRefusedException.Reason;
import farol.domain.audit.Actor;
import farol.domain.audit.AuditLogs;
import farol.domain.shared.TestClock;
import farol.domain.user.TestUsers;
import farol.settings.Settings;
import farol.store.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final TestClock clock = new TestClock(Instant.parse("2026-11-24T10:00:00Z"));
  private String signIn = "ldap";
  private long account;

  @BeforeEach
  void found() {
    var unused = DATABASE.sql().update("delete from app_user");
    account = accountOf("ann");
  }

  @Test
  void haveTheirRoles() {
    call(members -> members.add(account, "vera", Role.VIEWER));
    call(members -> members.add(account, " bob ", Role.ANALYST));

    assertThat(members()).containsExactly("ann OWNER", "bob ANALYST", "vera VIEWER");
  }

  @Test
  void workInTheAccountFromTheirFirstSignInOn() {
    call(members -> members.add(account, "bob", Role.ANALYST));

    assertThat(accountOf("bob")).isEqualTo(account);
    assertThat(DATABASE.number("select count(*) from account")).isEqualTo(1);
  }

  @Test
  void areWrittenDownWithWhatTheyWere() {
    try (Actor.Turn turn = new Actor("ann", "192.0.2.7").begin()) {
      call(members -> members.add(account, "bob", Role.ANALYST));
      call(members -> members.changeRole(account, "bob", Role.ANALYST));
      call(members -> members.changeRole(account, "bob", Role.VIEWER));
      call(members -> members.remove(account, "bob"));
      call(members -> members.remove(account, "nobody"));
    }

    assertThat(AuditLogs.lines(DATABASE.sql()))
        .containsExactly(
            "Farol ACCOUNT_FOUNDED ann",
            "ann MEMBER_ADDED bob [] -> [analyst]",
            "ann MEMBER_CHANGED bob [analyst] -> [viewer]",
            "ann MEMBER_REMOVED bob [viewer] -> []");
  }

  @Test
  void areNotAddedTwice() {
    assertRefused(
        Reason.ALREADY_MEMBER, () -> call(members -> members.add(account, "ann", Role.VIEWER)));
    assertThat(members()).containsExactly("ann OWNER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0000"})
  void haveNames(String name) {
    assertRefused(
        Reason.NOT_A_NAME, () -> call(members -> members.add(account, name, Role.VIEWER)));
  }

  @Test
  void areUsers() {
    signIn = "farol";

    assertRefused(
        Reason.UNKNOWN_USER, () -> call(members -> members.add(account, "bob", Role.VIEWER)));
    DATABASE.run(entities -> TestUsers.in(entities, clock).add("bob", "correct horse"));
    call(members -> members.add(account, "bob", Role.VIEWER));
    assertThat(members()).containsExactly("ann OWNER", "bob VIEWER");
  }

  @Test
  void haveNamesThatFit() {
    String longest = "n".repeat(200);
    call(members -> members.add(account, longest, Role.VIEWER));

    assertThat(members()).contains(longest + " VIEWER");
    assertRefused(
        Reason.NOT_A_NAME, () -> call(members -> members.add(account, longest + "n", Role.VIEWER)));
  }

  @Test
  void becomeWhatAnOwnerMakesThem() {
    call(members -> members.add(account, "bob", Role.ANALYST));
    call(members -> members.changeRole(account, "bob", Role.OWNER));
    call(members -> members.changeRole(account, "ann", Role.VIEWER));

    assertThat(members()).containsExactly("ann VIEWER", "bob OWNER");
  }

  @Test
  void leave() {
    call(members -> members.add(account, "bob", Role.ANALYST));

    assertThat(remove(account, "bob")).isTrue();
    assertThat(members()).containsExactly("ann OWNER");
  }

  @Test
  void areNotThoseOfAnotherAccount() {
    long other = accountOf("eve");

    assertThat(remove(other, "ann")).isFalse();
    Optional<Member> changed = call(members -> members.changeRole(other, "ann", Role.VIEWER));
    assertThat(changed).isEmpty();
    assertThat(members()).containsExactly("ann OWNER");
  }

  @Test
  void keepAnOwner() {
    call(members -> members.add(account, "bob", Role.ANALYST));

    assertRefused(Reason.LAST_OWNER, () -> remove(account, "ann"));
    assertRefused(
        Reason.LAST_OWNER, () -> call(members -> members.changeRole(account, "ann", Role.ANALYST)));
    assertThat(members()).containsExactly("ann OWNER", "bob ANALYST");
  }

  @Test
  void keepAnOwnerWhenTwoLeaveAtOnce() {
    call(members -> members.add(account, "bob", Role.OWNER));

    List<CompletableFuture<Boolean>> leaving =
        Stream.of("ann", "bob")
            .map(name -> CompletableFuture.supplyAsync(() -> remove(account, name)))
            .toList();
    long gone = leaving.stream().filter(MemberServiceTest::succeeds).count();

    assertThat(gone).isEqualTo(1);
    assertThat(members()).hasSize(1);
  }

  @Test
  void workWhereTheyChoseLast() {
    long eves = accountOf("eve");
    call(members -> members.add(account, "eve", Role.VIEWER));
    assertThat(accountOf("eve")).isEqualTo(eves);

    assertThat(choose("eve", account)).isTrue();
    assertThat(accountOf("eve")).isEqualTo(account);
    clock.pass(Duration.ofMinutes(1));
    assertThat(choose("eve", eves)).isTrue();
    assertThat(accountOf("eve")).isEqualTo(eves);
  }

  @Test
  void chooseAmongTheirOwnAccounts() {
    var unused = accountOf("eve");

    assertThat(choose("eve", account)).isFalse();
    assertThat(accountOf("eve")).isNotEqualTo(account);
  }

  private boolean remove(long accountId, String name) {
    return call(members -> members.remove(accountId, name));
  }

  private boolean choose(String user, long accountId) {
    return inAccounts(accounts -> accounts.choose(user, accountId));
  }

  private long accountOf(String user) {
    return inAccounts(accounts -> accounts.accountOf(user).id());
  }

  private List<String> members() {
    return call(
        members ->
            members.list(account).stream()
                .map(member -> member.userName() + " " + member.role())
                .toList());
  }

  private static void assertRefused(Reason reason, Callable<?> change) {
    assertThatExceptionOfType(MemberRefusedException.class)
        .isThrownBy(change::call)
        .extracting(MemberRefusedException::reason)
        .isEqualTo(reason);
  }

  private static boolean succeeds(CompletableFuture<Boolean> leaving) {
    try {
      return leaving.join();
    } catch (CompletionException refused) {
      assertThat(refused).hasCauseInstanceOf(MemberRefusedException.class);
      return false;
    }
  }

  private <T> T call(Function<MemberService, T> work) {
    return DATABASE.call(entities -> work.apply(service(entities)));
  }

  private <T> T inAccounts(Function<AccountService, T> work) {
    return DATABASE.call(
        entities -> {
          AccountService service = new AccountService();
          service.accounts = store(entities);
          service.audit = AuditLogs.on(entities, clock);
          service.clock = clock;
          return work.apply(service);
        });
  }

  private MemberService service(EntityManager entities) {
    MemberService service = new MemberService();
    service.accounts = store(entities);
    service.audit = AuditLogs.on(entities, clock);
    service.users = TestUsers.in(entities, clock);
    service.settings = Settings.of(Map.of("FAROL_SIGN_IN", signIn));
    service.clock = clock;
    return service;
  }

  private static AccountStore store(EntityManager entities) {
    AccountStore store = new AccountStore();
    store.entities = entities;
    return store;
  }
}

package farol.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.audit.AuditLogs;
import farol.domain.shared.TestClock;
import farol.domain.user.UserRefusedException.Reason;
import farol.domain.user.UserService.Admission;
import farol.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String PASSWORD = "correct horse";

  private final TestClock clock = new TestClock(Instant.parse("2026-11-29T10:00:00Z"));

  @BeforeEach
  void forget() {
    var unused = DATABASE.sql().update("delete from app_user");
  }

  @Test
  void haveThePasswordThatTheyWereGiven() {
    add("bob");

    assertThat(user("bob").hasPassword(PASSWORD)).isTrue();
    assertThat(user("bob").isEnabled()).isTrue();
    assertThat(user("bob").createdAt()).isEqualTo(clock.instant());
    assertThat(groups("bob")).isEmpty();
  }

  @Test
  void areWrittenDownWithWhatBecameOfThem() {
    add("bob");
    call(users -> users.makeOperator("bob"));
    call(users -> users.makeOperator("bob"));
    call(users -> users.resetPassword("bob", ""));
    call(users -> users.disable("bob", "ann"));
    call(users -> users.disable("bob", "ann"));
    call(users -> users.enable("bob"));
    call(users -> users.welcome("eva", "eva-1", false, true));

    assertThat(AuditLogs.lines(DATABASE.sql()))
        .containsExactly(
            "Farol USER_ADDED bob",
            "Farol USER_GROUPS_CHANGED bob [] -> [operators]",
            "Farol PASSWORD_RESET bob",
            "Farol USER_DISABLED bob",
            "Farol USER_ENABLED bob",
            "Farol USER_ADDED eva",
            "Farol USER_GROUPS_CHANGED eva [] -> [auditors]");
  }

  @Test
  void haveOneThatIsMadeUpWhereNoneIsGiven() {
    Admission first = call(users -> users.add("bob", " "));
    Admission second = call(users -> users.add("ann", ""));

    String madeUp = first.password().orElseThrow();
    assertThat(madeUp).hasSize(20).isNotEqualTo(second.password().orElseThrow());
    assertThat(user("bob").hasPassword(madeUp)).isTrue();
  }

  @Test
  void areNotToldThePasswordThatWasChosenForThem() {
    Admission added = call(users -> users.add("bob", PASSWORD));
    Optional<Admission> reset = call(users -> users.resetPassword("bob", "battery staple"));

    assertThat(added.password()).isEmpty();
    assertThat(reset.orElseThrow().password()).isEmpty();
    assertThat(user("bob").hasPassword("battery staple")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "Bob.Builder", "bob@example.com", "a_b-c+d", "0"})
  void haveNames(String name) {
    add("  " + name + " ");

    assertThat(user(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:b", "a/b", "a#1", "é", "-a", "a\nb", "а"})
  void areNotCalledAnything(String name) {
    assertRefused(Reason.NOT_A_NAME, () -> call(users -> users.add(name, PASSWORD)));
  }

  @Test
  void haveNamesThatFit() {
    add("n".repeat(100));

    assertRefused(Reason.NOT_A_NAME, () -> call(users -> users.add("n".repeat(101), PASSWORD)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bob", "BOB", "admin", "Admin", "farol-scheduler", "FAROL-scheduler", "Farol"})
  void areNotTakenForOneAnother(String name) {
    add("bob");

    assertRefused(Reason.NAME_TAKEN, () -> call(users -> users.add(name, PASSWORD)));
    assertThat(names()).containsExactly("bob");
  }

  @Test
  void areNotTakenForOneAnotherWhenAddedAtOnce() {
    List<CompletableFuture<Boolean>> adding =
        Stream.of("bob", "Bob")
            .map(name -> CompletableFuture.supplyAsync(() -> succeeds(() -> add(name))))
            .toList();

    assertThat(adding.stream().filter(CompletableFuture::join)).hasSize(1);
    assertThat(names()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"eleven-char", "            a", "aaaaaaaaaaaa", "ababababcccc", "Bobby.Builder"})
  void haveNoPasswordThatIsGuessed(String password) {
    assertRefused(Reason.WEAK_PASSWORD, () -> call(users -> users.add("bobby.builder", password)));
  }

  @Test
  void haveNoPasswordThatKeepsTheServerBusy() {
    String longest = "abcd".repeat(50);
    var unused = call(users -> users.add("bob", longest));

    assertRefused(Reason.WEAK_PASSWORD, () -> call(users -> users.add("ann", longest + "e")));
  }

  @Test
  void areSignedOutByAnotherPassword() {
    add("bob");
    Optional<Admission> reset = call(users -> users.resetPassword("bob", ""));

    assertThat(user("bob").hasPassword(PASSWORD)).isFalse();
    assertThat(user("bob").hasPassword(reset.orElseThrow().password().orElseThrow())).isTrue();
    assertThat(epoch("bob")).isEqualTo(1);
    assertRefused(
        Reason.WEAK_PASSWORD, () -> call(users -> users.resetPassword("bob", "too short")));
  }

  @Test
  void changeTheirPasswordByTheOldOne() {
    add("bob");

    assertRefused(
        Reason.WRONG_PASSWORD,
        () -> call(users -> users.changeOwnPassword("bob", "wrong horse!", "battery staple")));
    assertRefused(
        Reason.WEAK_PASSWORD,
        () -> call(users -> users.changeOwnPassword("bob", PASSWORD, "staple")));
    assertRefused(
        Reason.WEAK_PASSWORD,
        () -> call(users -> users.changeOwnPassword("bob", "wrong horse!", "staple")));
    assertThat(user("bob").hasPassword(PASSWORD)).isTrue();

    var unused = call(users -> users.changeOwnPassword("bob", PASSWORD, "battery staple"));
    assertThat(user("bob").hasPassword("battery staple")).isTrue();
    assertThat(epoch("bob")).isEqualTo(1);
  }

  @Test
  void areDisabledAndSignedOutForGood() {
    add("bob");
    var disabled = call(users -> users.disable("bob", "admin"));
    assertThat(user("bob").disabledAt()).contains(clock.instant());

    var enabled = call(users -> users.enable("bob"));
    assertThat(user("bob").isEnabled()).isTrue();
    assertThat(epoch("bob")).isEqualTo(1);
    assertThat(disabled).isEqualTo(enabled);
  }

  @Test
  void areInGroups() {
    add("bob");
    var operator = call(users -> users.makeOperator("bob"));
    var auditor = call(users -> users.makeAuditor("bob", true));
    assertThat(operator).isEqualTo(auditor);
    assertThat(groups("bob")).containsExactly("operator", "auditor");

    var dismissed = call(users -> users.dismissOperator("bob", "admin"));
    var released = call(users -> users.makeAuditor("bob", false));
    assertThat(dismissed).isEqualTo(released);
    assertThat(groups("bob")).isEmpty();
    assertThat(epoch("bob")).as("roles need no other sign-in").isZero();
  }

  @Test
  void areChangedAsAWholeOrNotAtAll() {
    add("bob");
    var changed = call(users -> users.change("bob", new UserChange(false, true, true), "ann"));
    assertThat(changed).isPresent();
    assertThat(user("bob").isEnabled()).isFalse();
    assertThat(groups("bob")).containsExactly("operator", "auditor");

    assertRefused(
        Reason.ONESELF,
        () -> call(users -> users.change("bob", new UserChange(true, false, null), "bob")));
    assertThat(user("bob").isEnabled()).isFalse();

    var welcome = call(users -> users.welcome("otis", "otis-1", false, false));
    assertThat(user("otis").hasPassword(welcome)).isTrue();
    assertRefused(
        Reason.EXTERNAL,
        () -> call(users -> users.change("otis", new UserChange(false, true, null), "ann")));
    assertThat(user("otis").isEnabled()).isTrue();
  }

  @Test
  void doNotLockThemselvesOut() {
    add("bob");
    var unused = call(users -> users.makeOperator("bob"));

    assertRefused(Reason.ONESELF, () -> call(users -> users.disable("bob", "bob")));
    assertRefused(Reason.ONESELF, () -> call(users -> users.dismissOperator("bob", "bob")));
    assertThat(user("bob").isEnabled()).isTrue();
    assertThat(groups("bob")).containsExactly("operator");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "farol-scheduler"})
  void leaveAnOperatorWhoeverIsDisabled(String builtIn) {
    assertRefused(Reason.BUILT_IN, () -> call(users -> users.disable(builtIn, "bob")));
    assertRefused(Reason.BUILT_IN, () -> call(users -> users.dismissOperator(builtIn, "bob")));
    assertRefused(Reason.BUILT_IN, () -> call(users -> users.resetPassword(builtIn, PASSWORD)));
    assertRefused(
        Reason.BUILT_IN,
        () -> call(users -> users.changeOwnPassword(builtIn, PASSWORD, "battery staple")));
  }

  @Test
  void comeFromAProviderWithItsGroups() {
    String first = call(users -> users.welcome("otis", "otis-1", true, false));
    assertThat(user("otis").hasPassword(first)).isTrue();
    assertThat(user("otis").isExternal()).isTrue();
    assertThat(groups("otis")).containsExactly("operator");

    String second = call(users -> users.welcome("otis", "otis-1", false, true));
    assertThat(user("otis").hasPassword(first)).as("used up").isFalse();
    assertThat(user("otis").hasPassword(second)).isTrue();
    assertThat(groups("otis")).containsExactly("auditor");
    assertThat(epoch("otis")).as("other browsers stay signed in").isZero();
  }

  @Test
  void areNobodyElseToWhomTheProviderGivesTheirName() {
    String first = call(users -> users.welcome("otis", "otis-1", true, false));

    assertRefused(
        Reason.NAME_TAKEN, () -> call(users -> users.welcome("otis", "otis-2", true, true)));
    assertThat(user("otis").hasPassword(first)).isTrue();
    assertThat(groups("otis")).containsExactly("operator");
  }

  @Test
  void comeFromAProviderByTwoBrowsersAtOnce() {
    List<CompletableFuture<Boolean>> coming =
        Stream.of("otis", "otis")
            .map(
                name ->
                    CompletableFuture.supplyAsync(
                        () ->
                            succeeds(
                                () -> {
                                  var unused =
                                      call(users -> users.welcome(name, "otis-1", false, false));
                                })))
            .toList();

    assertThat(coming).allMatch(CompletableFuture::join);
    assertThat(names()).containsExactly("otis");
  }

  @Test
  void areKnownHoweverTheirNamesAreWritten() {
    add("bob");
    var disabled = call(users -> users.disable("bob", "admin"));
    assertThat(disabled).isPresent();

    boolean shouted = call(users -> users.isTaken("BOB"));
    assertThat(shouted).isTrue();
    boolean longer = call(users -> users.isTaken("bobby"));
    assertThat(longer).isFalse();
  }

  @Test
  void areNotTakenOverByAProvider() {
    add("bob");

    for (String name : List.of("bob", "Bob", "admin", "farol-scheduler")) {
      assertRefused(Reason.NAME_TAKEN, () -> call(users -> users.welcome(name, "sub", true, true)));
    }
    assertRefused(Reason.NOT_A_NAME, () -> call(users -> users.welcome("b b", "sub", true, true)));
    assertThat(groups("bob")).isEmpty();
    assertThat(user("bob").hasPassword(PASSWORD)).isTrue();
  }

  @Test
  void stayDisabledWhateverAProviderSays() {
    var welcome = call(users -> users.welcome("otis", "otis-1", true, false));
    var disabled = call(users -> users.disable("otis", "admin"));
    assertThat(disabled).isPresent();

    assertRefused(
        Reason.DISABLED, () -> call(users -> users.welcome("otis", "otis-1", true, false)));
    assertThat(user("otis").hasPassword(welcome)).isTrue();
    assertThat(user("otis").isEnabled()).isFalse();
  }

  @Test
  void haveWhatIsTheProvidersOnlyFromThere() {
    var unused = call(users -> users.welcome("otis", "otis-1", false, false));

    assertRefused(Reason.EXTERNAL, () -> call(users -> users.resetPassword("otis", PASSWORD)));
    assertRefused(Reason.EXTERNAL, () -> call(users -> users.makeOperator("otis")));
    assertRefused(Reason.EXTERNAL, () -> call(users -> users.makeAuditor("otis", true)));
    assertThat(groups("otis")).isEmpty();
  }

  @Test
  void areKnownByTheirExactNames() {
    add("bob");

    Optional<User> disabled = call(users -> users.disable("Bob", "admin"));
    assertThat(disabled).isEmpty();
    assertThat(user("bob").isEnabled()).isTrue();
  }

  private void add(String name) {
    var unused = call(users -> users.add(name, PASSWORD));
  }

  private User user(String name) {
    return call(users -> users.find(name)).orElseThrow();
  }

  private List<String> groups(String name) {
    User user = user(name);
    return Stream.of(user.isOperator() ? "operator" : "", user.isAuditor() ? "auditor" : "")
        .filter(group -> !group.isEmpty())
        .toList();
  }

  private List<String> names() {
    return call(users -> users.list().stream().map(User::name).toList());
  }

  private static long epoch(String name) {
    return DATABASE.number("select epoch from app_user where name = ?", name);
  }

  private static boolean succeeds(Runnable work) {
    try {
      work.run();
      return true;
    } catch (UserRefusedException taken) {
      return false;
    }
  }

  private static void assertRefused(Reason reason, Callable<?> change) {
    assertThatExceptionOfType(UserRefusedException.class)
        .isThrownBy(change::call)
        .extracting(UserRefusedException::reason)
        .isEqualTo(reason);
  }

  private <T> T call(Function<UserService, T> work) {
    return DATABASE.call(entities -> work.apply(TestUsers.in(entities, clock)));
  }
}

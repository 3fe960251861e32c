package farol.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ibm.websphere.security.CustomRegistryException;
import com.ibm.websphere.security.EntryNotFoundException;
import com.ibm.websphere.security.PasswordCheckFailedException;
import farol.domain.user.PasswordHash;
import farol.store.TestDatabase;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server is told of users, on a real database. */
class FarolRegistryIT {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final PasswordHash ADMINS = PasswordHash.of("admin's password");
  private static final PasswordHash BOBS = PasswordHash.of("bob's password");

  private final FarolRegistry registry =
      new FarolRegistry(
          new Users(ADMINS, PasswordHash.of("of the jobs"), DATABASE::dataSource),
          Clock.systemUTC());

  @BeforeEach
  void addBob() {
    update("delete from app_user");
    var added =
        DATABASE
            .sql()
            .update(
                "insert into app_user (name, password_hash, epoch, external, operator, auditor,"
                    + " created_at) values ('bob', ?, 3, false, true, true, now())",
                BOBS.text());
    assertThat(added).isEqualTo(1);
  }

  @Test
  void knowsUsersByTheirPasswords() throws Exception {
    assertThat(registry.checkPassword("bob", "bob's password")).isEqualTo("bob");
    assertThat(registry.checkPassword("admin", "admin's password")).isEqualTo("admin");
    assertRefused("bob", "admin's password");
    assertRefused("Bob", "bob's password");
    assertRefused("nobody", "nobody has this password");
  }

  @Test
  void remembersNoPasswordThatHasBeenChanged() throws Exception {
    assertThat(registry.checkPassword("bob", "bob's password")).isEqualTo("bob");
    var changed =
        DATABASE
            .sql()
            .update("update app_user set password_hash = ?", PasswordHash.of("another").text());
    assertThat(changed).isEqualTo(1);

    assertRefused("bob", "bob's password");
    assertThat(registry.checkPassword("bob", "another")).isEqualTo("bob");
  }

  @Test
  void triesNoMorePasswordsThanTwentyButThoseOfJobs() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertRefused("BOB", "guess " + i); // by the server's own doors, names come as they are
      assertRefused("farol-scheduler", "guess " + i);
    }

    assertRefused("bob", "bob's password");
    assertThat(registry.checkPassword("admin", "admin's password")).isEqualTo("admin");
    assertThat(registry.checkPassword("farol-scheduler", "of the jobs"))
        .isEqualTo("farol-scheduler");
  }

  @Test
  void tellsTheGroupsOfNow() throws Exception {
    String id = registry.getUniqueUserId("bob");
    assertThat(registry.getUniqueGroupIds(id)).containsExactly("operators", "auditors");

    update("update app_user set operator = false");
    assertThat(registry.getUniqueGroupIds(id)).containsExactly("auditors");
    assertThat(registry.getGroupsForUser("admin")).containsExactly("operators");
    assertThat(registry.getGroupsForUser("farol-scheduler")).isEmpty();
  }

  @Test
  void knowsASignInUntilItsEpochEnds() throws Exception {
    String id = registry.getUniqueUserId("bob");
    assertThat(registry.getUserSecurityName(id)).isEqualTo("bob");

    update("update app_user set epoch = 4");
    assertUnknown(() -> registry.getUserSecurityName(id));
    assertUnknown(() -> registry.getUniqueGroupIds(id));
  }

  @Test
  void knowsNobodyWhoIsDisabled() throws Exception {
    String id = registry.getUniqueUserId("bob");
    assertThat(registry.checkPassword("bob", "bob's password")).isEqualTo("bob");

    update("update app_user set disabled_at = now()");
    assertRefused("bob", "bob's password");
    assertThat(registry.isValidUser("bob")).isFalse();
    assertUnknown(() -> registry.getUserSecurityName(id));
    List<?> users = registry.getUsers("*", 0).getList();
    assertThat(users).isEqualTo(List.of("admin", "farol-scheduler"));
  }

  @Test
  void letsNobodyInWhomItCanNotAskFor() throws Exception {
    FarolRegistry alone =
        new FarolRegistry(
            new Users(
                ADMINS,
                PasswordHash.of("of the jobs"),
                () -> {
                  throw new CustomRegistryException("the database is away");
                }),
            Clock.systemUTC());

    assertThat(alone.checkPassword("admin", "admin's password")).isEqualTo("admin");
    assertThat(alone.checkPassword("farol-scheduler", "of the jobs")).isEqualTo("farol-scheduler");
    assertThatExceptionOfType(CustomRegistryException.class)
        .isThrownBy(() -> alone.checkPassword("bob", "bob's password"));
    assertThatExceptionOfType(CustomRegistryException.class)
        .isThrownBy(() -> alone.getUserSecurityName("bob#3"));
  }

  private void assertRefused(String user, String password) {
    assertThatExceptionOfType(PasswordCheckFailedException.class)
        .isThrownBy(() -> registry.checkPassword(user, password));
  }

  private static void assertUnknown(ThrowingCallable question) {
    assertThatExceptionOfType(EntryNotFoundException.class).isThrownBy(question);
  }

  private static void update(String statement) {
    var unused = DATABASE.sql().update(statement);
  }
}

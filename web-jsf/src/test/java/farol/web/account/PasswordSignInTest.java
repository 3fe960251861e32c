package farol.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordSignInTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"farol-scheduler", "Farol-Scheduler ", "a\nb", "admin\u0000", "a\u0085", "\u007f"})
  void neverAsksForNobody(String user) {
    assertThat(PasswordSignIn.isNobody(user)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "ann@example.com", "José", "uid=ann,dc=example"})
  void asksForOthers(String user) {
    assertThat(PasswordSignIn.isNobody(user)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob#3", "uid=bob#0,o=farol"})
  void knowsFarolsUserByTheEpoch(String id) {
    assertThat(new CallerIdentity("sign-in", id).isFarols("bob")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "uid=bob,ou=people,dc=example,dc=com", "ann#3"})
  void takesNobodyOfADirectoryForFarolsUser(String id) {
    assertThat(new CallerIdentity("sign-in", id).isFarols("bob")).isFalse();
  }
}

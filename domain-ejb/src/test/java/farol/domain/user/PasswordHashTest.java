package farol.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  @Test
  void knowsItsPasswordAlone() {
    PasswordHash hash = PasswordHash.of("corréct horse 🐎");

    assertThat(hash.matches("corréct horse 🐎")).isTrue();
    assertThat(hash.matches("corréct horse 🐎 ")).isFalse();
    assertThat(hash.matches("correct horse 🐎")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void doesNotTellWhoHasTheSamePassword() {
    assertThat(PasswordHash.of("correct horse")).isNotEqualTo(PasswordHash.of("correct horse"));
  }

  /** Computed by {@code hashlib.pbkdf2_hmac} of Python. */
  @Test
  void isTheOneOfRfc8018() {
    PasswordHash hash =
        new PasswordHash(
            "pbkdf2-sha512$1000$AAECAwQFBgcICQoLDA0ODw$ToxFUi5y3fprZRW/V6CupR2uIDYfuy5rlsF9Z4E648lE68lw5lzmucru/HdPvmBJDSLroVh1Q2xCvjqd8NI/6Q");

    assertThat(hash.matches("correct horse battery")).isTrue();
  }

  /** As Liberty has them: a salt and a key of 32 bytes; computed likewise. */
  @Test
  void mayBeShorter() {
    PasswordHash hash =
        new PasswordHash(
            "pbkdf2-sha512$6384$cp4QQjqV2CHUUciywmGa3Hr3M9O66QQSzijSmM5aRX8$zQt322+FnqsSoL7+pU0LV9p0I20REQ2yLws5tDSB85w");

    assertThat(hash.matches("correct horse battery")).isTrue();
    assertThat(hash.matches("correct horse")).isFalse();
  }

  @Test
  void takesAsManyRoundsAsOwaspAsksFor() {
    assertThat(PasswordHash.of("correct horse").text()).startsWith("pbkdf2-sha512$210000$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "correct horse",
        "{hash}ATAAAAAIRn8",
        "pbkdf2-sha512$0$AAECAwQFBgcICQoLDA0ODw$AAAA",
        "pbkdf2-sha512$210000$AAECAwQFBgcICQoLDA0ODw$",
        "pbkdf2-sha512$210000$AAECAwQFBgcICQoLDA0ODwA$AAECAwQFBgcICQoLDA0ODwAAECAwQFBgcICQoLDA0OD"
      })
  void isNothingElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash(text));
  }

  @Test
  void isNotPrinted() {
    PasswordHash hash = PasswordHash.of("correct horse");

    assertThat(hash.toString()).doesNotContain("$");
  }
}

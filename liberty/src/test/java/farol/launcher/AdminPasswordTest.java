package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminPasswordTest {
  @TempDir Path temporary;

  private DataDirectory data;

  @BeforeEach
  void openData() throws Exception {
    data = DataDirectory.open(temporary.resolve("data"));
  }

  @AfterEach
  void closeData() throws Exception {
    data.close();
  }

  @Test
  void isMadeOnceAndKnownByItsHashFromThenOn() throws Exception {
    AdminPassword first = AdminPassword.in(Secrets.in(data));
    AdminPassword second = AdminPassword.in(Secrets.in(data));

    assertThat(second.hash().matches(first.made().orElseThrow())).isTrue();
    assertThat(second.made()).isEmpty();
    assertThat(first.replacing()).isFalse();
    assertThat(data.file("secrets.properties"))
        .content()
        .doesNotContain(first.made().orElseThrow());
  }

  @Test
  void staysTheOneThatAnEarlierVersionMade() throws Exception {
    Secrets.in(data).put("admin.password.hash", LibertyHashTest.LIBERTYS);

    AdminPassword first = AdminPassword.in(Secrets.in(data));
    AdminPassword second = AdminPassword.in(Secrets.in(data));

    assertThat(first.hash().matches("correct horse battery")).isTrue();
    assertThat(first.made()).isEmpty();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void isANewOneWhereTheEarlierOneCanNotBeRead() throws Exception {
    Secrets.in(data).put("admin.password.hash", "{hash}AQ==");

    AdminPassword password = AdminPassword.in(Secrets.in(data));

    assertThat(password.replacing()).isTrue();
    assertThat(password.hash().matches(password.made().orElseThrow())).isTrue();
  }
}

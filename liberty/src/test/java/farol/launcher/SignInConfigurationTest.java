package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInConfigurationTest {
  private static final Path SHIPPED = Path.of("src/main/distribution/etc/sign-in");

  @TempDir Path temporary;

  private DataDirectory data;
  private Path read; // by the server

  @BeforeEach
  void openData() throws Exception {
    data = DataDirectory.open(temporary.resolve("data"));
    read = data.file("liberty/sign-in.xml");
  }

  @AfterEach
  void closeData() throws Exception {
    data.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ldap", "openid-connect"})
  void isTheOperatorsFileWhileTheSettingAsksForIt(String method) throws Exception {
    Path file = data.folder("sign-in").resolve(method + ".xml");
    Files.copy(SHIPPED.resolve(method + ".xml"), file);

    prepare(method);
    assertThat(read).hasSameTextualContentAs(file);
    Files.writeString(file, "<server/>");
    prepare(method);
    assertThat(read).hasContent("<server/>");

    prepare("farol");
    assertThat(read).doesNotExist();
    assertThat(file).exists();
  }

  @Test
  void mustBeThere() {
    assertThatThrownBy(() -> prepare("ldap"))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "FAROL_SIGN_IN is ldap, so there must be a file %s; copy etc/sign-in/ldap.xml there"
                + " and fill it in",
            data.file("sign-in/ldap.xml"));
  }

  private void prepare(String method) throws StartFailure {
    SignInConfiguration.prepare(data, Settings.of(Map.of("FAROL_SIGN_IN", method)));
  }
}

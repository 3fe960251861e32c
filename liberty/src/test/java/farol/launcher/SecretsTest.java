package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
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
  void areMadeOnceAndKept() throws Exception {
    Secrets first = Secrets.in(data);
    String made = first.get("database.password");

    assertThat(made).matches("[A-Za-z0-9_-]{20}");
    assertThat(first.get("database.password")).isEqualTo(made);
    assertThat(Secrets.in(data).get("database.password")).isEqualTo(made);
    assertThat(Secrets.in(data).get("ltpa.password")).isNotEqualTo(made);
    assertThat(Secrets.in(data).get("database.password")).isEqualTo(made);
  }

  @Test
  void makeKeysOfTwoHundredAndFiftySixBits() throws Exception {
    String made = Secrets.in(data).key("seal.key");

    assertThat(Base64.getDecoder().decode(made)).hasSize(32);
    assertThat(Secrets.in(data).key("seal.key")).isEqualTo(made);
    assertThat(Secrets.in(data).key("another.key")).isNotEqualTo(made);
    // As it is, so that an operator may copy it.
    assertThat(data.file("secrets.properties")).content().contains("seal.key=" + made + "\n");
  }

  @Test
  void areReadByTheirOwnerAlone() throws Exception {
    Secrets.in(data).get("one");
    Secrets.in(data).get("other");

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.file("secrets.properties"))))
        .isEqualTo("rw-------");
  }

  @Test
  void areWrittenWholeOrNotAtAll() throws Exception {
    Secrets.in(data).get("one");
    Files.writeString(data.file("secrets.properties.new"), "left over by a crash");
    Secrets.in(data).get("other");

    try (Stream<Path> files = Files.list(data.file(""))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("lock", "secrets.properties");
    }
  }

  @Test
  void keepEveryCharacterOfWhatIsPut() throws Exception {
    String hash = "{hash}ATAAAAAIRn8=:= #!\\u0041\\ é💥\t";
    Secrets.in(data).put("admin.password.hash", hash);

    assertThat(Secrets.in(data).find("admin.password.hash")).contains(hash);
    assertThat(Secrets.in(data).find("another")).isEmpty();
  }

  @Test
  void sayInOneLineThatTheyCanNotBeReadOrWritten() throws Exception {
    Files.createDirectories(data.file("secrets.properties").resolve("in-the-way"));

    assertThatThrownBy(() -> Secrets.in(data))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith(data.file("secrets.properties") + " can't be read")
        .hasMessageNotContaining("\n");
  }
}

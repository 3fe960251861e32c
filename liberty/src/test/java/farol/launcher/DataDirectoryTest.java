package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path temporary;

  @Test
  void isMadeForItsOwnerAlone() throws Exception {
    Path root = temporary.resolve("var/farol");
    try (DataDirectory data = DataDirectory.open(root)) {
      assertThat(modeOf(root)).isEqualTo("rwx------");
      assertThat(modeOf(data.folder("keys"))).isEqualTo("rwx------");
      assertThat(data.file("keys")).isEqualTo(root.resolve("keys"));
    }
  }

  @Test
  void isClosedToOthersWhereItWasThereBefore() throws Exception {
    Files.createDirectory(
        temporary.resolve("data"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    try (DataDirectory data = DataDirectory.open(temporary.resolve("data"))) {
      assertThat(modeOf(data.file(""))).isEqualTo("rwx------");
    }
  }

  @Test
  void isRefusedToASecondFarolUntilTheFirstIsGone() throws Exception {
    Path root = temporary.resolve("data");
    try (OtherProcess first = OtherProcess.run(HoldDataDirectory.class, root)) {
      assertThatThrownBy(() -> DataDirectory.open(root))
          .isInstanceOf(StartFailure.class)
          .hasMessage("another Farol is running on the data directory " + root);
      first.kill();
      DataDirectory.open(root).close();
    }
  }

  @Test
  void saysInOneLineThatItCanNotBeWritten() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("the data directory " + file.resolve("data"))
        .hasMessageContaining("FAROL_DATA_DIR")
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysInOneLineThatAFolderCanNotBeMade() throws Exception {
    try (DataDirectory data = DataDirectory.open(temporary.resolve("data"))) {
      Files.createFile(data.file("keys"));

      assertThatThrownBy(() -> data.folder("keys"))
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("the folder " + data.file("keys"))
          .hasMessageNotContaining("\n");
    }
  }

  private static String modeOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Holds a data directory until its process ends. */
  static final class HoldDataDirectory {
    private HoldDataDirectory() {}

    public static void main(String[] arguments) throws Exception {
      try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]))) {
        OtherProcess.announceAndWait(data.file("").toString());
      }
    }
  }
}

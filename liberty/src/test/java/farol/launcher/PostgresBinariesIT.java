package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {
  @TempDir Path folder;

  @Test
  void areProgramsOfTheVersionThatTheyAreNamedBy() throws Exception {
    Path home = PostgresBinaries.unpackInto(folder);

    assertThat(Files.isExecutable(home.resolve("bin/postgres"))).isTrue();
    assertThat(Command.run(List.of(home.resolve("bin/postgres").toString(), "--version"), Map.of()))
        .startsWith("postgres (PostgreSQL) " + PostgresBinaries.MAJOR + ".");
    assertThat(home.getFileName().toString())
        .startsWith("programs-" + PostgresBinaries.MAJOR + ".");
  }

  @Test
  void areUnpackedOnce() throws Exception {
    Path home = PostgresBinaries.unpackInto(folder);
    Path mark = Files.createFile(home.resolve("mark"));

    assertThat(PostgresBinaries.unpackInto(folder)).isEqualTo(home);
    assertThat(mark).exists();
  }
}

package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessNoteTest {
  private static final ProcessHandle SELF = ProcessHandle.current();

  @TempDir Path folder;

  @Test
  void findsTheProcessThatWasNoted() throws Exception {
    note().write(SELF);

    assertThat(note().find()).contains(SELF);
  }

  @Test
  void findsNothingWhereNothingWasNoted() throws Exception {
    assertThat(note().find()).isEmpty();
  }

  @Test
  void takesNoOtherProcessForItThatHasItsNumber() throws Exception {
    Files.writeString(note().file(), SELF.pid() + " 1");

    assertThat(note().find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "torn"})
  void findsNothingByANoteThatACrashCutShort(String text) throws Exception {
    Files.writeString(note().file(), text);

    assertThat(note().find()).isEmpty();
  }

  private ProcessNote note() {
    return new ProcessNote(folder.resolve("process"));
  }
}

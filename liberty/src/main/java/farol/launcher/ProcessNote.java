package farol.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that tells which process was started, for a later run that finds it still there. It names
 * the moment of the start as well, for numbers of processes come again.
 */
record ProcessNote(Path file) {
  void write(ProcessHandle process) throws IOException {
    Files.writeString(file, text(process));
  }

  /** The process, if it lives; none where none was noted, or not to the end. */
  Optional<ProcessHandle> find() throws StartFailure {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      String noted = Files.readString(file);
      return ProcessHandle.allProcesses()
          .filter(process -> text(process).equals(noted))
          .findFirst();
    } catch (IOException e) {
      throw new StartFailure(file + " can't be read (" + e + ")", e);
    }
  }

  private static String text(ProcessHandle process) {
    return process.pid()
        + " "
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}

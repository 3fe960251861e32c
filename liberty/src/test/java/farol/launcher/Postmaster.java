package farol.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server seen as processes, by the note that it keeps of itself.
 *
 * @param note the file {@code postmaster.pid}
 */
public record Postmaster(Path note) {
  private static final String NOTE = "postmaster.pid";

  static Postmaster in(Path cluster) {
    return new Postmaster(cluster.resolve(NOTE));
  }

  /** The embedded one of a data directory. */
  public static Postmaster embeddedIn(Path data) {
    return in(data.resolve("postgresql").resolve(PostgresBinaries.MAJOR));
  }

  /** Whether there is a note, also of a server that was killed. */
  boolean isNoted() {
    return Files.exists(note);
  }

  /** Where it listens on loopback. */
  public int port() throws IOException {
    return Integer.parseInt(line(3));
  }

  /** The server and all that it has started. */
  List<ProcessHandle> processes() throws IOException {
    ProcessHandle first = ProcessHandle.of(Long.parseLong(line(0))).orElseThrow();
    return Stream.concat(Stream.of(first), first.descendants()).toList();
  }

  /** Kills all of it without a word, as a crash of the machine does. */
  public void kill() throws IOException {
    processes().forEach(ProcessHandle::destroyForcibly);
  }

  private String line(int number) throws IOException {
    List<String> lines = Files.readAllLines(note);
    if (lines.size() <= number) {
      throw new IOException(note + " is not written to its end yet");
    }
    return lines.get(number).strip();
  }
}

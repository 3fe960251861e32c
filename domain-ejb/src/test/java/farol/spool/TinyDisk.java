package farol.spool;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory that is full after a few files. Only root can make one. */
public final class TinyDisk implements AutoCloseable {
  private final Path folder;

  private TinyDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one over a folder; skips the test for who is not allowed to. */
  public static TinyDisk over(Path folder, int kibibytes) throws IOException, InterruptedException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + kibibytes + "k", "tmpfs", folder) == 0,
        "a full disk needs a mount, and that needs root with CAP_SYS_ADMIN");
    return new TinyDisk(folder);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (run("umount", "--lazy", folder) != 0) {
      throw new IOException(folder + " can't be unmounted");
    }
  }

  private static int run(Object... words) throws IOException, InterruptedException {
    List<String> command = List.of(words).stream().map(String::valueOf).toList();
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}

package farol.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that runs in the foreground until it is closed, or this process ends. */
final class Program implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final Thread end = new Thread(this::stop, "stop-server");

  private Program(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(end);
  }

  /**
   * Starts one and waits until it takes connections.
   *
   * @param log where what it prints goes to
   */
  static Program start(Path log, List<InetSocketAddress> listening, String... command)
      throws IOException, InterruptedException {
    Program program =
        new Program(
            builder(List.of(command))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    try {
      awaitListening(listening, log);
    } catch (AssertionError e) {
      program.close();
      throw e;
    }
    return program;
  }

  /** Waits until connections are taken at all of these. */
  static void awaitListening(List<InetSocketAddress> listening, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (InetSocketAddress address : listening) {
      while (!accepts(address)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("nothing listens on " + address + ":\n" + read(log));
        }
        Thread.sleep(20);
      }
    }
  }

  private static String read(Path log) throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private static boolean accepts(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs a program to its end, and returns what it printed. */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Process process = builder(List.of(command)).directory(folder.toFile()).start();
    process.getOutputStream().close();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed: " + printed);
    }
    return printed;
  }

  /** The programs of servers are where an ordinary user's path does not lead. */
  private static ProcessBuilder builder(List<String> command) {
    List<String> words = new ArrayList<>(command);
    for (String folder : List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin")) {
      Path program = Path.of(folder, command.get(0));
      if (Files.isExecutable(program)) {
        words.set(0, program.toString());
        return new ProcessBuilder(words).redirectErrorStream(true);
      }
    }
    throw new AssertionError(command.get(0) + " is missing: build/server-setup installs it");
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(end);
    stop();
  }
}

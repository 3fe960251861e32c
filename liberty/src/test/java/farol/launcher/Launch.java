package farol.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The command {@code farol} of the distribution, run once. What it starts is ended with the tests.
 */
final class Launch {
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path printed;
  private final List<ProcessHandle> started = new ArrayList<>();

  /** How it ended, with all it printed, errors included. */
  record Ended(int exitCode, List<String> lines) {}

  private Launch(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () ->
                    Stream.concat(Stream.of(process.toHandle()), started.stream())
                        .forEach(ProcessHandle::destroyForcibly)));
  }

  static Launch start(Map<String, String> settings, String... words) throws IOException {
    Path printed = Files.createTempFile(Path.of("target").toAbsolutePath(), "launch-", ".log");
    List<String> command = new ArrayList<>(List.of(words));
    command.add(0, Path.of(System.getProperty("farol.home"), "bin", "farol").toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().putAll(settings);
    return new Launch(builder.start(), printed);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void awaitRunning() throws Exception {
    await(() -> lines().contains("Farol is running."));
  }

  /** Waits for something to come true while it runs, and notes what it has started by then. */
  void await(BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("it did not come to that: " + lines());
      }
      Thread.sleep(50);
    }
    process.descendants().forEach(started::add);
  }

  Ended awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it goes on: " + lines());
    }
    return new Ended(process.exitValue(), lines());
  }

  /** Tells it to stop as a service manager does, by SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Kills it without a word, and nothing of what it has started. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Kills the application server that it has started. */
  void killServer() {
    started.stream()
        .filter(each -> each.info().commandLine().orElse("").contains("ws-server.jar"))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** What it had started when it was last looked at and is still there. */
  List<ProcessHandle> processesThatItStarted() {
    // One that has ended and waits for the system to fetch its exit code counts as alive, but has
    // no command any more.
    return started.stream().filter(each -> each.info().command().isPresent()).toList();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(printed).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

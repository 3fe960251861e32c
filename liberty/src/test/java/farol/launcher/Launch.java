package farol.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The command {@code farol} of a distribution, run once. It ends with this process at the latest.
 */
public final class Launch implements AutoCloseable {
  /** Where the distribution is that the build has made. */
  public static final Path HOME = Path.of(System.getProperty("farol.home"));

  private static final long PATIENCE_SECONDS = 300;

  private final Process process;
  private final Path printed;
  private final List<ProcessHandle> started = new ArrayList<>();

  /** How it ended, with all it printed, errors included. */
  public record Ended(int exitCode, List<String> lines) {}

  private Launch(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-launch"));
  }

  static Launch start(Map<String, String> settings, String... words) throws IOException {
    return start(HOME, settings, words);
  }

  /** Starts the command of the distribution in a folder. */
  public static Launch start(Path home, Map<String, String> settings, String... words)
      throws IOException {
    Path printed = Files.createTempFile(Path.of("target").toAbsolutePath(), "launch-", ".log");
    List<String> command = new ArrayList<>(List.of(words));
    command.add(0, home.resolve("bin/farol").toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().putAll(settings);
    return new Launch(builder.start(), printed);
  }

  /** Waits until it takes requests. */
  public void awaitRunning() throws InterruptedException {
    await(() -> lines().contains("Farol is running."));
  }

  /** Waits for something to come true while it runs, and notes what it has started by then. */
  void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError("it did not come to that: " + lines());
      }
      Thread.sleep(50);
    }
    process.descendants().forEach(started::add);
  }

  /** Waits until it has ended. */
  public Ended awaitEnd() throws InterruptedException {
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
  public void killServer() {
    server().forEach(ProcessHandle::destroyForcibly);
  }

  /** Has the application server write what each of its threads does into its log. */
  public void dumpThreads() throws IOException, InterruptedException {
    signalServer("-QUIT");
  }

  /** Holds the application server where it is, so that it takes nothing of the processor. */
  public void pauseServer() throws IOException, InterruptedException {
    signalServer("-STOP");
  }

  /** Has it go on. */
  public void resumeServer() throws IOException, InterruptedException {
    signalServer("-CONT");
  }

  private void signalServer(String signal) throws IOException, InterruptedException {
    for (ProcessHandle each : server().toList()) {
      int exit = new ProcessBuilder("kill", signal, String.valueOf(each.pid())).start().waitFor();
      if (exit != 0) {
        throw new IOException("kill " + signal + " ended with " + exit);
      }
    }
  }

  /** The process of the application server that it has started. */
  public long serverPid() {
    return server().findFirst().orElseThrow().pid();
  }

  /** The file that all it prints goes to. */
  public Path printed() {
    return printed;
  }

  private Stream<ProcessHandle> server() {
    return started.stream()
        .filter(each -> each.info().commandLine().orElse("").contains("ws-server.jar"));
  }

  /** What it had started when it was last looked at and is still there. */
  List<ProcessHandle> processesThatItStarted() {
    // One that has ended and waits for the system to fetch its exit code counts as alive, but has
    // no command any more.
    return started.stream().filter(each -> each.info().command().isPresent()).toList();
  }

  /** Stops it in order; kills it, and what it has started, where that takes too long. */
  @Override
  public void close() {
    terminate();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(printed).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

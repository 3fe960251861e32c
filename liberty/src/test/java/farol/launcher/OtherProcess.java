package farol.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A Java process of its own, for what happens between two launchers or when one is killed. */
final class OtherProcess implements AutoCloseable {
  private static final PrintStream OUT = System.out;
  private static final String MARK = "READY ";

  private final Process process;
  private final String announced;

  private OtherProcess(Process process, String announced) {
    this.process = process;
    this.announced = announced;
  }

  /** Runs a main class of the tests; returns once it has announced something. */
  static OtherProcess run(Class<?> main, Path argument) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                argument.toString())
            .redirectErrorStream(true)
            .start();
    StringBuilder printed = new StringBuilder();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(MARK)) {
        return new OtherProcess(process, line.substring(MARK.length()));
      }
      printed.append(line).append('\n');
    }
    throw new AssertionError(main.getName() + " ended: " + printed);
  }

  /** For the main class: tells the test something, then waits to be killed. */
  static void announceAndWait(String text) throws IOException {
    OUT.println(MARK + text);
    while (System.in.read() >= 0) {
      // nothing is sent; the end of the stream is the end of the test
    }
  }

  String announced() {
    return announced;
  }

  /** Kills it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}

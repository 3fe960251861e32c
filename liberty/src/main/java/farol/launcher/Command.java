package farol.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program that is run to its end. */
final class Command {
  private Command() {}

  /**
   * Runs a program and returns what it printed, errors included.
   *
   * @throws StartFailure if it can't be started or does not end with exit code 0
   */
  static String run(List<String> command, Map<String, String> environment) throws StartFailure {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new StartFailure(
            command.get(0) + " ended with exit code " + exitCode + ": " + lastLine(printed));
      }
      return printed;
    } catch (IOException e) {
      throw new StartFailure(command.get(0) + " can't be run (" + e.getMessage() + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("stopped while starting", e);
    }
  }

  private static String lastLine(String printed) {
    return printed.substring(printed.lastIndexOf('\n') + 1);
  }
}

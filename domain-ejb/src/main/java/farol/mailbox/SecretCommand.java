package farol.mailbox;

import farol.domain.mailbox.SignInRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that prints a secret. What else it says is not kept: it might be the secret, too. */
final class SecretCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 64 * 1024;

  private final List<String> command;
  private final Duration patience;

  SecretCommand(List<String> command) {
    this(command, PATIENCE);
  }

  SecretCommand(List<String> command, Duration patience) {
    this.command = List.copyOf(command);
    this.patience = patience;
  }

  String run() throws SignInRefusedException {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      var unused =
          process
              .onExit()
              .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
              .exceptionally(timeout -> end(process));
      return printed(process).strip();
    } catch (IOException e) {
      throw new SignInRefusedException(program() + " can't be run", e);
    }
  }

  private String printed(Process process) throws IOException, SignInRefusedException {
    try (InputStream output = process.getInputStream()) {
      byte[] bytes = output.readNBytes(MOST_BYTES);
      int exit = process.waitFor();
      if (exit != 0) {
        throw new SignInRefusedException(
            program() + " ended with " + exit + " instead of printing a secret", null);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignInRefusedException("the wait for " + program() + " was cut off", e);
    }
  }

  /** Then those that it started, which would keep its output open; first, it would go on. */
  private static Process end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    Process ended = process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    return ended;
  }

  private String program() {
    return "the command for the secret, " + command.get(0) + ",";
  }
}

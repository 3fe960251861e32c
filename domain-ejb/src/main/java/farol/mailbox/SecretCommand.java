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
      try (InputStream output = process.getInputStream()) {
        process.getOutputStream().close();
        requireGoodEnd(process);
        // What it left running may have its output open still, so there may be no end of it.
        int length = Math.min(output.available(), MOST_BYTES);
        return new String(output.readNBytes(length), StandardCharsets.UTF_8).strip();
      } finally {
        end(process);
      }
    } catch (IOException e) {
      throw new SignInRefusedException(program() + " can't be run", e);
    }
  }

  /** One that prints more than fits between two processes does not end: nobody reads it before. */
  private void requireGoodEnd(Process process) throws SignInRefusedException {
    try {
      if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new SignInRefusedException(program() + " takes too long, or prints too much", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignInRefusedException("the wait for " + program() + " was cut off", e);
    }
    if (process.exitValue() != 0) {
      throw new SignInRefusedException(
          program() + " ended with " + process.exitValue() + " instead of printing a secret", null);
    }
  }

  /** Together with what it started, which would go on; itself first, for it would start more. */
  private static void end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private String program() {
    return "the command for the secret, " + command.get(0) + ",";
  }
}

package farol.mailbox;

import farol.domain.mailbox.SignInRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A password or a token, asked for anew whenever it is used, for tokens live for an hour. Says
 * nothing of itself as text.
 */
@FunctionalInterface
public interface Secret {
  /** The secret itself, for the server's ears only. */
  String reveal() throws SignInRefusedException;

  /** This one. */
  static Secret of(String secret) {
    return () -> secret;
  }

  /** What a file has, without the white space around it. */
  static Secret inFile(Path file) {
    return () -> {
      try {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
      } catch (IOException e) {
        throw new SignInRefusedException("the secret in " + file + " can't be read", e);
      }
    };
  }

  /**
   * What a command prints, without the white space around it.
   *
   * @param command a program and its arguments; no shell reads it
   */
  static Secret printedBy(List<String> command) {
    return new SecretCommand(command)::run;
  }
}

package farol.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.mailbox.SignInRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SecretTest {
  @TempDir Path folder;

  @Test
  void isReadAnewEachTime() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "first\n");
    List<Secret> secrets =
        List.of(Secret.inFile(file), Secret.printedBy(List.of("cat", file.toString())));

    for (Secret each : secrets) {
      assertThat(each.reveal()).isEqualTo("first");
    }
    Files.writeString(file, "second\n");
    for (Secret each : secrets) {
      assertThat(each.reveal()).isEqualTo("second");
    }
  }

  @Test
  void isNotInTexts() {
    SignIn signIn = new SignIn("anna", SignIn.Method.PASSWORD, Secret.of("hush"));

    assertThat(signIn + " " + signIn.secret()).doesNotContain("hush");
  }

  @Test
  void missingFileIsNoSecret() {
    assertThatExceptionOfType(SignInRefusedException.class)
        .isThrownBy(() -> Secret.inFile(folder.resolve("missing")).reveal());
  }

  @Test
  void commandThatFailsPrintsNoSecret() {
    Secret failing = Secret.printedBy(List.of("sh", "-c", "echo hush; echo hush >&2; exit 3"));

    assertThatExceptionOfType(SignInRefusedException.class)
        .isThrownBy(failing::reveal)
        .withMessageContaining("3")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hush"));
    assertThatExceptionOfType(SignInRefusedException.class)
        .isThrownBy(() -> Secret.printedBy(List.of("no-such-command")).reveal());
  }

  @Test
  void endsACommandThatDoesNotEnd() {
    SecretCommand endless =
        new SecretCommand(List.of("sh", "-c", "sleep 1000; echo late"), Duration.ofMillis(100));

    assertThatExceptionOfType(SignInRefusedException.class).isThrownBy(endless::run);
  }

  @Test
  void endsACommandThatPrintsWithoutEnd() {
    SecretCommand talker = new SecretCommand(List.of("yes"), Duration.ofMillis(100));

    assertThatExceptionOfType(SignInRefusedException.class)
        .isThrownBy(talker::run)
        .withMessageContaining("too much");
  }

  @Test
  void waitsForNothingThatACommandLeavesRunning() throws Exception {
    Secret leaving = Secret.printedBy(List.of("sh", "-c", "sleep 120 & echo token"));

    assertThat(leaving.reveal()).isEqualTo("token");
  }
}

package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportWordsTest {
  @Test
  void takesPathsForTheInstallationItself() {
    assertThat(words("old.zip", "--account", "ann", "mails"))
        .isEqualTo(
            new ImportWords(
                List.of(Path.of("old.zip"), Path.of("mails")), null, null, null, "ann"));
    assertThat(words("old.zip").account()).isNull();
  }

  @Test
  void takesAnotherFarolByItsAddress() {
    assertThat(
            words(
                "--url",
                "https://farol.example:9443",
                "--token-file",
                "token",
                "--ca",
                "ca.pem",
                "old.zip"))
        .isEqualTo(
            new ImportWords(
                List.of(Path.of("old.zip")),
                URI.create("https://farol.example:9443/"),
                Path.of("token"),
                Path.of("ca.pem"),
                null));
  }

  @Test
  void keepsThePathOfAnAddress() {
    assertThat(words("--url", "https://intranet.example/farol/", "x").url())
        .isEqualTo(URI.create("https://intranet.example/farol/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                            | say what to import",
        "--account ann                                 | say what to import",
        "old.zip --url                                 | --url needs a value",
        "old.zip --url http://farol.example            | --url must be https://",
        "old.zip --url farol.example                   | --url must be https://",
        "old.zip --token-file token                    | --token-file needs --url",
        "old.zip --ca ca.pem                           | --ca needs --url",
        "old.zip --url https://x.example --account ann | --account is for the installation",
        "old.zip --insecure                            | there is no --insecure",
      })
  void saysWhatIsWrongAndHowItIsRight(String given, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> words(given.isEmpty() ? new String[0] : given.split(" ", -1)))
        .withMessageContaining(rule)
        .withMessageEndingWith(ImportWords.USAGE);
  }

  private static ImportWords words(String... words) {
    return ImportWords.of(List.of(words));
  }
}

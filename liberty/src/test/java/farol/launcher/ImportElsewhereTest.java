package farol.launcher;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportElsewhereTest {
  @ParameterizedTest
  @ValueSource(strings = {"farol_secret\nfarol_secret", "farol_secret\u00e9", "", "farol_secret "})
  void aTokenThatIsNoneIsNotPrinted(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImportElsewhere(URI.create("https://farol.example/"), token, null))
        .withMessageContaining("a token must have only")
        .withMessageNotContaining("secret");
  }
}

package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import farol.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatingGuideTest {
  private static final Path GUIDE = Path.of("../docs/operating.md");

  @ParameterizedTest
  @EnumSource
  void namesEverySetting(Setting setting) throws IOException {
    assertThat(Files.readString(GUIDE))
        .containsAnyOf(
            "`" + setting.variable() + "`",
            "`" + setting.variable().replace("FAROL_DATABASE_", "_") + "`");
  }
}

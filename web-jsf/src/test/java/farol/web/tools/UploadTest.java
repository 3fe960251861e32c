package farol.web.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
  private static final byte[] BYTES = {0x1f, (byte) 0x8b, -1, -2, -3, 0, 62, 63};

  @Test
  void fileComesBackAsItWas() {
    String file = Base64.getUrlEncoder().encodeToString(BYTES);

    assertThat(Upload.of(file, "").bytes()).isEqualTo(BYTES);
    assertThat(Upload.of(file.replace("=", ""), "").bytes()).isEqualTo(BYTES);
  }

  @Test
  void fileWinsOverText() {
    Upload upload = Upload.of(Base64.getUrlEncoder().encodeToString(BYTES), "{}");

    assertThat(upload.bytes()).isEqualTo(BYTES);
    assertThat(upload.pasted()).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  void textCountsWhereNoFileWasChosen(@Nullable String file) {
    Upload upload = Upload.of(file, "{\"é\":1}");

    assertThat(upload.bytes()).isEqualTo("{\"é\":1}".getBytes(UTF_8));
    assertThat(upload.pasted()).isEqualTo("{\"é\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data:", "{}", "a", "====", " "})
  void whatNoScriptOfThePageHasWrittenIsNoFile(String file) {
    assertThat(Upload.of(file, "{}").bytes()).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  void nothingIsNothing(@Nullable String text) {
    assertThat(Upload.of(null, text).bytes()).isEmpty();
    assertThat(Upload.of(null, text).pasted()).isEmpty();
  }
}

package farol.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.report.RawReport;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpoolFormatTest {
  @ParameterizedTest
  @CsvSource({
    "application/tlsrpt+gzip, gzip",
    "application/json,",
    ", gzip",
    ",",
    "'', ''",
    "text/плохо, \"quoted\""
  })
  void readsWhatItHasWritten(@Nullable String contentType, @Nullable String contentEncoding)
      throws IOException {
    byte[] body = new byte[70_000];
    new Random(1).nextBytes(body);
    SpooledReport report =
        new SpooledReport(
            SpooledReports.TOKEN,
            SpooledReports.RECEIVED,
            new RawReport(body, contentType, contentEncoding));

    assertThat(SpoolFormat.read(SpoolFormat.write(report)))
        .usingRecursiveComparison()
        .isEqualTo(report);
  }

  @Test
  void readsNoFileThatWasCutAnywhere() throws IOException {
    byte[] file = SpoolFormat.write(SpooledReports.of("{}"));

    for (int length = 0; length < file.length; length++) {
      assertBroken(Arrays.copyOf(file, length));
    }
    assertBroken(Arrays.copyOf(file, file.length + 1));
  }

  @Test
  void readsNoFileInWhichABitIsWrong() throws IOException {
    byte[] file = SpoolFormat.write(SpooledReports.of("{}"));

    for (int i = 0; i < file.length; i++) {
      byte[] damaged = file.clone();
      damaged[i] ^= (byte) (1 << i % Byte.SIZE);
      assertBroken(damaged);
    }
  }

  private static void assertBroken(byte[] file) {
    assertThatExceptionOfType(BrokenSpoolFileException.class)
        .isThrownBy(() -> SpoolFormat.read(file));
  }
}

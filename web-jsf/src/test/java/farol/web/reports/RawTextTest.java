package farol.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.RawReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RawTextTest {
  @Test
  void laysJsonOut() {
    assertThat(text(bytes("{\"report-id\":\"1\"}")).text())
        .isEqualToNormalizingNewlines("{\n  \"report-id\" : \"1\"\n}");
  }

  @Test
  void unpacksTwoLayersOfGzip() throws IOException {
    assertThat(text(gzip(gzip(bytes("{\"a\":1}")))).text()).contains("\"a\" : 1");
  }

  @Test
  void cutsWhatIsTooLongToRead() {
    RawText raw = text(bytes("[\"" + "x".repeat(200_000) + "\"]"));

    assertThat(raw.isReadable()).isTrue();
    assertThat(raw.cut()).isTrue();
    assertThat(raw.text()).hasSize(100_000);
  }

  @Test
  void saysWhenItCannotBeLaidOut() {
    assertThat(text(bytes("not JSON")).isReadable()).isFalse();
    assertThat(text(new byte[] {0x1f, (byte) 0x8b, 0}).isReadable()).isFalse();
  }

  @Test
  void showsWhatWouldOtherwiseTurnTheTextAround() {
    assertThat(text(bytes("[\"a\u202etxt.exe\u2066\u0085\\u0007\u00e9\"]")).text())
        .isEqualTo("[ \"a\\u202etxt.exe\\u2066\\u0085\\u0007\u00e9\" ]");
  }

  private static RawText text(byte[] body) {
    return RawText.of(new RawReport(body, null, null));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}

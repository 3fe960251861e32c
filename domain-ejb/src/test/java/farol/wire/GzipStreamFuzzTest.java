package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes, inflating them ends within the limit or is refused. */
class GzipStreamFuzzTest {
  private static final int LIMIT = 1 << 20;

  @MethodSource("farol.wire.Seeds#bodies")
  @FuzzTest(maxDuration = "", maxExecutions = 1_000_000)
  void inflatesLikeThePlatformOrRefuses(byte[] input) throws IOException {
    checkBody(input);
    // Damage rarely leaves a checksum right, so the bytes also go in as what members hold.
    int middle = input.length == 0 ? 0 : (input[0] & 0xff) % input.length;
    byte[] members =
        Bodies.concat(
            Bodies.gzip(Arrays.copyOf(input, middle)),
            Bodies.gzip(Arrays.copyOfRange(input, middle, input.length)));
    assertThat(inflate(members)).isEqualTo(input);
  }

  private static void checkBody(byte[] body) throws IOException {
    byte[] inflated;
    try {
      inflated = inflate(body);
    } catch (RefusedException e) {
      return;
    }
    try (GZIPInputStream platform = new GZIPInputStream(new ByteArrayInputStream(body))) {
      assertThat(inflated).hasSizeLessThanOrEqualTo(LIMIT).isEqualTo(platform.readAllBytes());
    }
  }

  private static byte[] inflate(byte[] body) throws IOException {
    Allowance allowance = new Allowance(LIMIT, "bytes", RefusalCode.DECODED_TOO_LARGE);
    try (GzipStream stream = new GzipStream(new ByteSource(body), 16, allowance)) {
      return stream.readAllBytes();
    }
  }
}

package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8StreamTest {
  /** The first and the last of all bytes that differ in what may stand beside them. */
  private static final int[] EDGES = {
    0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
    0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff
  };

  private static final int[] EDGES_OF_OTHERS = {0x7f, 0x80, 0xbf, 0xc0};

  @Test
  void refusesWhatTheStrictDecoderOfThePlatformRefuses() {
    for (int first : EDGES) {
      for (int second : EDGES) {
        for (int third : EDGES_OF_OTHERS) {
          for (int fourth : EDGES_OF_OTHERS) {
            byte[] bytes = {(byte) first, (byte) second, (byte) third, (byte) fourth};
            for (int length = 1; length <= 4; length++) {
              byte[] text = Arrays.copyOf(bytes, length);
              assertThat(passes(text, 4)).as(Arrays.toString(text)).isEqualTo(isUtf8(text));
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 100})
  void charactersMayStandAcrossBlocks(int block) {
    byte[] text = Bodies.utf8("a\u00e9\u20ac\ud83d\ude00".repeat(10) + "ascii ".repeat(10));

    assertThat(passes(text, block)).isTrue();
    assertThat(passes(Arrays.copyOf(text, 9), block)).as("ends inside a character").isFalse();
    text[99] = (byte) 0xff;
    assertThat(passes(text, block)).isFalse();
  }

  @Test
  void bytesPassUnchangedOneByOne() throws IOException {
    byte[] text = Bodies.utf8("\u20ac 5");

    try (Utf8Stream stream = new Utf8Stream(new ByteArrayInputStream(text))) {
      for (byte octet : text) {
        assertThat(stream.read()).isEqualTo(octet & 0xff);
      }
      assertThat(stream.read()).isEqualTo(-1);
    }
  }

  private static boolean passes(byte[] text, int block) {
    byte[] target = new byte[block + 2];
    try (Utf8Stream stream = new Utf8Stream(new ByteArrayInputStream(text))) {
      int position = 0;
      for (int count = 0; count >= 0; count = stream.read(target, 1, block)) {
        assertThat(Arrays.equals(target, 1, 1 + count, text, position, position + count)).isTrue();
        position += count;
      }
      return true;
    } catch (RefusedException e) {
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isUtf8(byte[] text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}

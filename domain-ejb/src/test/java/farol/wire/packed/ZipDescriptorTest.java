package farol.wire.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ZipDescriptorTest {
  private static final int CRC = 0x89abcdef;

  /** As some programs write sizes that do not go into four bytes. */
  @Test
  void largeSizesMayBeCutToFourBytes() throws IOException {
    long packedSize = (1L << 32) + 7;
    long size = (5L << 32) + 9;
    ByteBuffer bytes = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(ZipDescriptor.SIGNATURE).putInt(CRC).putInt(7).putInt(9).put((byte) 'P');
    Source in = new Source(new ByteArrayInputStream(bytes.array()), 100);

    ZipDescriptor.take(in, Integer.toUnsignedLong(CRC), packedSize, size);

    assertThat(in.read()).isEqualTo('P');
  }
}

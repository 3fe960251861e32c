package farol.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Gzip bodies of 1 MiB, as long as a body may be, that would inflate to more than 1 GiB where one
 * or two characters are repeated, and to a third of that where a longer text is.
 */
public final class Bombs {
  private static final int LENGTH = 1 << 20;
  private static final int PART = 16 << 20;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final byte[] LAST_BLOCK = {3, 0};
  private static final int TRAILER_LENGTH = 8;
  private static final int AFTER_PARTS = LAST_BLOCK.length + TRAILER_LENGTH;

  private Bombs() {}

  /** A text, then another one again and again. */
  public static byte[] of(String start, String repeated) {
    byte[] head = Bodies.utf8(start);
    byte[] part = Bodies.utf8(repeated.repeat(PART / repeated.length() + 1));
    CRC32 crc = new CRC32();
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes(HEADER);
    bomb.writeBytes(deflate(head));
    crc.update(head);
    byte[] deflated = deflate(part);
    long inflated = head.length;
    while (bomb.size() + deflated.length + AFTER_PARTS < LENGTH) {
      bomb.writeBytes(deflated);
      crc.update(part);
      inflated += part.length;
    }
    bomb.writeBytes(LAST_BLOCK);
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putInt((int) crc.getValue()).putInt((int) inflated);
    bomb.writeBytes(trailer.array());
    return SizedReports.withComment(bomb.toByteArray(), LENGTH - bomb.size());
  }

  /** Whole blocks that refer to nothing before them, so that they may follow any others. */
  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    byte[] deflated = new byte[bytes.length / 100 + 1_000];
    int length = deflater.deflate(deflated, 0, deflated.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(deflated, length);
  }
}

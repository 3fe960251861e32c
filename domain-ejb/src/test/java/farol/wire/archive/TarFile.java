package farol.wire.archive;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A tar file written block by block, so that it can lie. */
final class TarFile {
  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  TarFile with(String name, char type, byte[] bytes) {
    return header(name, type, "%011o".formatted(bytes.length)).padded(bytes);
  }

  /** A header alone, with the text of its size field. */
  TarFile header(String name, char type, String size) {
    return header(name, type, Archives.latin1(size));
  }

  TarFile header(String name, char type, byte[] size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, Archives.latin1(name));
    put(header, 124, size);
    header[156] = (byte) type;
    put(header, 257, Archives.latin1("ustar\00000"));
    return block(header);
  }

  /** A header with its checksum put right. */
  TarFile block(byte[] header) {
    put(header, 148, Archives.latin1("        "));
    int sum = 0;
    for (byte octet : header) {
      sum += octet & 0xff;
    }
    put(header, 148, Archives.latin1("%06o\0 ".formatted(sum)));
    out.writeBytes(header);
    return this;
  }

  TarFile padded(byte[] bytes) {
    out.writeBytes(bytes);
    out.writeBytes(new byte[-bytes.length & (BLOCK - 1)]);
    return this;
  }

  /** A record of an extended header. */
  static String pax(String key, String value) {
    String record = " " + key + "=" + value + "\n";
    int length = record.length() + 1;
    while (String.valueOf(length).length() + record.length() > length) {
      length++;
    }
    return length + record;
  }

  byte[] bytes() {
    return Arrays.copyOf(out.toByteArray(), out.size() + 2 * BLOCK);
  }

  private static void put(byte[] block, int at, byte[] bytes) {
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}

package farol.wire.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip file written field by field, so that it can lie. */
final class ZipFile {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  static final int ENCRYPTED = 1;
  static final int DESCRIPTOR = 1 << 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int entries;

  /** What an entry's header says; right unless told otherwise. */
  static final class Entry {
    final byte[] name;
    int flags;
    int method;
    byte[] packed;
    long crc;
    long packedSize;
    long size;
    byte[] extra = {};
    byte[] behind = {};

    Entry(String name, int method, byte[] bytes) {
      this.name = Archives.latin1(name);
      this.method = method;
      this.packed = method == DEFLATED ? deflated(bytes) : bytes;
      this.crc = crc(bytes);
      this.packedSize = packed.length;
      this.size = bytes.length;
    }

    /** Sizes and CRC stand behind the entry, in one of the forms that are found. */
    Entry described(boolean signed, boolean wide) {
      ByteBuffer descriptor = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
      if (signed) {
        descriptor.putInt(0x08074b50);
      }
      descriptor.putInt((int) crc);
      if (wide) {
        descriptor.putLong(packedSize).putLong(size);
      } else {
        descriptor.putInt((int) packedSize).putInt((int) size);
      }
      behind = Arrays.copyOf(descriptor.array(), descriptor.position());
      flags |= DESCRIPTOR;
      crc = 0;
      packedSize = 0;
      size = 0;
      return this;
    }
  }

  ZipFile with(Entry entry) {
    ByteBuffer header = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags);
    header.putShort((short) entry.method).putInt(0).putInt((int) entry.crc);
    header.putInt((int) entry.packedSize).putInt((int) entry.size);
    header.putShort((short) entry.name.length).putShort((short) entry.extra.length);
    out.writeBytes(header.array());
    out.writeBytes(entry.name);
    out.writeBytes(entry.extra);
    out.writeBytes(entry.packed);
    out.writeBytes(entry.behind);
    entries++;
    return this;
  }

  ZipFile with(String name, int method, byte[] bytes) {
    return with(new Entry(name, method, bytes));
  }

  byte[] bytes() {
    return bytes(entries);
  }

  /** With a directory that lists so many entries. */
  byte[] bytes(int listed) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    for (int i = 0; i < listed; i++) {
      ByteBuffer line = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
      all.writeBytes(line.putInt(0x02014b50).array());
    }
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    all.writeBytes(end.putInt(0x06054b50).array());
    return all.toByteArray();
  }

  static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] block = new byte[8192];
    while (!deflater.finished()) {
      packed.write(block, 0, deflater.deflate(block));
    }
    deflater.end();
    return packed.toByteArray();
  }

  static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}

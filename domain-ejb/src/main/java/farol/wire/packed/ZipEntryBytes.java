package farol.wire.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one entry of a zip file. Their end is reached only when sizes and checksum were
 * right.
 */
final class ZipEntryBytes extends InputStream {
  private static final int BLOCK = 8192;

  private final Source in;
  private final ZipHeader header;
  private final PackedBudget budget;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long packedLeft;
  private long size;
  private boolean ended;
  private @Nullable BrokenException broken;

  ZipEntryBytes(Source in, ZipHeader header, PackedBudget budget) {
    this.in = in;
    this.header = header;
    this.budget = budget;
    this.packedLeft = endTellsItself() ? Long.MAX_VALUE : header.packedSize();
    this.broken = header.refusal();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Once broken, always broken, and for the same reason. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (broken != null) {
      throw broken;
    }
    try {
      return ended ? -1 : readSome(target, offset, length);
    } catch (BrokenException e) {
      broken = e;
      throw e;
    }
  }

  private int readSome(byte[] target, int offset, int length) throws IOException {
    int count =
        header.method() == ZipHeader.STORED
            ? readStored(target, offset, length)
            : inflate(target, offset, length);
    crc.update(target, offset, count);
    size += count;
    budget.useInflated(count);
    if (count == 0) {
      requireTold();
      ended = true;
    }
    return count == 0 ? -1 : count;
  }

  private int readStored(byte[] target, int offset, int length) throws IOException {
    int count =
        endTellsItself()
            ? readToDescriptor(target, offset, length)
            : in.read(target, offset, (int) Math.min(length, packedLeft));
    if (count < 0) {
      throw Source.truncated();
    }
    packedLeft -= count;
    return count;
  }

  private int readToDescriptor(byte[] target, int offset, int length) throws IOException {
    return ZipDescriptor.endsStored(in, crc.getValue(), size)
        ? 0
        : in.readUpTo(ZipDescriptor.SIGNATURE, target, offset, length);
  }

  /** The next bytes; none at the end. */
  private int inflate(byte[] target, int offset, int length) throws IOException {
    int count = 0;
    while (count == 0 && !inflater.finished()) {
      if (inflater.needsInput()) {
        feed();
      }
      count = inflateFed(target, offset, length);
    }
    return count;
  }

  private void feed() throws IOException {
    if (packedLeft == 0) {
      throw damaged("it takes more bytes than its header says");
    }
    packedLeft -= in.feed(inflater, packedLeft);
  }

  private int inflateFed(byte[] target, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(target, offset, length);
      if (inflater.finished()) {
        in.takeBack(inflater.getRemaining());
        packedLeft += inflater.getRemaining();
      }
      return count;
    } catch (DataFormatException e) {
      throw damaged("its compressed data is damaged");
    }
  }

  private void requireTold() throws IOException {
    if (header.hasDescriptor()) {
      ZipDescriptor.take(in, crc.getValue(), packedSize(), size);
    } else if (packedLeft > 0 || header.size() != size) {
      throw damaged("its size is not what its header says");
    } else if (header.crc() != crc.getValue()) {
      throw damaged("its CRC is wrong");
    }
  }

  private long packedSize() {
    return header.method() == ZipHeader.STORED ? size : inflater.getBytesRead();
  }

  /** Whether only its own bytes, or what follows them, say where it ends. */
  private boolean endTellsItself() {
    return header.hasDescriptor()
        && header.refusal() == null
        && (header.method() == ZipHeader.DEFLATED || header.packedSize() == 0);
  }

  /**
   * Goes to where the next entry begins, by the same way however much was read: a restart must find
   * what a first reading found.
   *
   * @throws BrokenException where nothing tells
   */
  void leave() throws IOException {
    try {
      if (header.refusal() == null) {
        drain();
      } else if (header.hasDescriptor()) {
        passUnread();
      }
    } catch (BrokenException e) {
      if (header.hasDescriptor() || e.fault().endsFile()) {
        throw e;
      }
    } finally {
      close();
    }
    in.pass(header.hasDescriptor() ? 0 : packedLeft);
  }

  @Override
  public void close() {
    inflater.end();
  }

  private void drain() throws IOException {
    byte[] block = new byte[BLOCK];
    int count = 0;
    while (count >= 0) {
      count = read(block, 0, block.length);
    }
  }

  private void passUnread() throws IOException {
    if (packedLeft == 0) {
      throw damaged("nothing says where it ends, so what follows it is not found");
    }
    in.pass(packedLeft);
    ZipDescriptor.take(in, header.packedSize());
  }

  private static BrokenException damaged(String detail) {
    return new BrokenException(Fault.DAMAGED, detail);
  }
}

package farol.spool;

import farol.domain.monitored.TokenHash;
import farol.domain.report.RawReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a spooled report's file: a mark, the version of this format, the token's hash, the
 * time of receipt, the two headers, the body; then a checksum over all of it, by which a file that
 * was damaged or cut is known.
 */
final class SpoolFormat {
  private static final int MARK = 0x4641524f; // "FARO"
  private static final int VERSION = 1;
  private static final int HASH_BYTES = 32;

  private SpoolFormat() {}

  static byte[] write(SpooledReport report) throws IOException {
    RawReport raw = report.raw();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.body().length + 256);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MARK);
    out.writeByte(VERSION);
    out.write(report.token().bytes());
    out.writeUTF(report.receivedAt().toString());
    writeHeader(out, raw.contentType());
    writeHeader(out, raw.contentEncoding());
    out.writeInt(raw.body().length);
    out.write(raw.body());
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws BrokenSpoolFileException if it is anything else
   */
  static SpooledReport read(byte[] file) throws BrokenSpoolFileException {
    int end = file.length - Long.BYTES;
    if (end < 0 || ByteBuffer.wrap(file).getLong(end) != checksum(file, end)) {
      throw new BrokenSpoolFileException("its checksum is wrong");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, 0, end))) {
      if (in.readInt() != MARK || in.readByte() != VERSION) {
        throw new BrokenSpoolFileException("it is of a form that this version does not know");
      }
      TokenHash token = TokenHash.of(in.readNBytes(HASH_BYTES));
      Instant receivedAt = Instant.parse(in.readUTF());
      @Nullable String contentType = readHeader(in);
      @Nullable String contentEncoding = readHeader(in);
      byte[] body = in.readNBytes(in.readInt());
      return new SpooledReport(
          token, receivedAt, new RawReport(body, contentType, contentEncoding));
    } catch (BrokenSpoolFileException broken) {
      throw broken;
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new BrokenSpoolFileException("it makes no sense: " + e);
    }
  }

  private static void writeHeader(DataOutputStream out, @Nullable String value) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeUTF(value);
    }
  }

  private static @Nullable String readHeader(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}

package farol.wire;

import java.io.Closeable;
import java.io.IOException;

/**
 * A body without its wrapping: at most one gzip layer for the content coding, one for the media
 * type, and a byte order mark. What wraps a body is told by its first bytes; where its labels say
 * otherwise, a warning records it.
 */
final class BodyStream implements Closeable {
  private static final byte[] GZIP_START = {
    (byte) GzipHeader.FIRST_BYTE, (byte) GzipHeader.SECOND_BYTE
  };
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final ReadingLimits limits;
  private final Warnings warnings;
  private final Allowance decodedBytes;
  private ByteSource in;

  BodyStream(byte[] body, ReadingLimits limits, Warnings warnings) {
    this.limits = limits;
    this.warnings = warnings;
    this.decodedBytes =
        new Allowance(limits.decodedBytes(), "bytes when inflated", RefusalCode.DECODED_TOO_LARGE);
    this.in = new ByteSource(body);
  }

  /** The JSON text in UTF-8. */
  Utf8Stream open(DeclaredMediaType mediaType, DeclaredCoding coding) throws IOException {
    if (coding == DeclaredCoding.GZIP && !gunzip()) {
      warnings.add(
          WarningCode.WARN_CONTENT_ENCODING, "the content encoding says gzip, the body is not");
    }
    boolean compressed = gunzip();
    if (mediaType.contradicts(compressed)) {
      warnings.add(
          WarningCode.WARN_MEDIA_TYPE,
          compressed ? "labelled as JSON, but gzip" : "labelled as gzip, but not");
    }
    if (in.startsWith(GZIP_START)) {
      throw new RefusedException(
          RefusalCode.NESTED_COMPRESSION, "a body must not be compressed again inside");
    }
    skipByteOrderMark();
    return new Utf8Stream(in);
  }

  private boolean gunzip() throws IOException {
    boolean compressed = in.startsWith(GZIP_START);
    if (compressed) {
      in = new ByteSource(new GzipStream(in, limits.gzipMembers(), decodedBytes));
    }
    return compressed;
  }

  private void skipByteOrderMark() throws IOException {
    if (in.startsWith(BYTE_ORDER_MARK)) {
      in.skipNBytes(BYTE_ORDER_MARK.length);
      warnings.add(WarningCode.WARN_BOM, "the JSON begins with a byte order mark");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

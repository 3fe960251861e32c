package farol.wire.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip file in the order in which their bytes stand, each by the header before it.
 * So no byte is read twice, however entries overlap in the directory at its end, and what comes
 * before a damage is read. The directory is only counted: with another number of entries than were
 * found the archive is damaged.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT">APPNOTE</a>
 */
public final class ZipEntries implements Entries {
  /** How every zip file begins that Farol reads: with an entry, a mark before it, or its end. */
  private static final byte[][] STARTS = {
    {'P', 'K', 3, 4}, {'P', 'K', 7, 8}, {'P', 'K', '0', '0'}, {'P', 'K', 5, 6}
  };

  private static final int ROOM = 1 << 16;
  private static final int ENTRY = 0x04034b50;
  private static final int SPANNED = 0x08074b50;
  private static final int SPANNED_ONCE = 0x30304b50;

  private final Source in;
  private final PackedBudget budget;
  private @Nullable ZipEntryBytes current;
  private long found;

  public ZipEntries(InputStream in, PackedBudget budget) {
    this.in = new Source(in, ROOM);
    this.budget = budget;
  }

  /** Whether bytes begin so. */
  public static boolean begin(byte[] head) {
    return Arrays.stream(STARTS)
        .anyMatch(start -> start.length <= head.length && startsWith(head, start));
  }

  private static boolean startsWith(byte[] head, byte[] start) {
    return Arrays.equals(head, 0, start.length, start, 0, start.length);
  }

  @Override
  public @Nullable PackedEntry next() throws IOException {
    leave();
    int signature = in.take(Integer.BYTES).getInt();
    if (found == 0 && (signature == SPANNED || signature == SPANNED_ONCE)) {
      signature = in.take(Integer.BYTES).getInt();
    }
    while (signature == ENTRY) {
      ZipHeader header = ZipHeader.read(in);
      ZipEntryBytes bytes = begin(header);
      if (!header.isFolder()) {
        return entry(header, bytes);
      }
      leave();
      signature = in.take(Integer.BYTES).getInt();
    }
    new ZipDirectory(in).requireEntries(signature, found);
    in.end();
    return null;
  }

  private ZipEntryBytes begin(ZipHeader header) throws IOException {
    ZipEntryBytes bytes = new ZipEntryBytes(in, header, budget);
    current = bytes;
    found++;
    budget.useEntry();
    return bytes;
  }

  private PackedEntry entry(ZipHeader header, ZipEntryBytes bytes) {
    int most = budget.limits().nameBytes();
    return header.nameBytes() > most
        ? PackedEntry.broken(
            header.name(), Fault.NAME_TOO_LONG, "its name must have at most " + most + " bytes")
        : new PackedEntry(header.name(), bytes);
  }

  private void leave() throws IOException {
    ZipEntryBytes left = current;
    current = null;
    if (left != null) {
      left.leave();
    }
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
  }
}

package farol.wire.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a tar file, in the formats of old Unix, POSIX (ustar and pax) and GNU. Links are
 * not followed, and what is no file is told with its reason.
 *
 * @see <a href="https://www.gnu.org/software/tar/manual/html_node/Standard.html">Basic tar
 *     format</a>
 */
public final class TarEntries implements Entries {
  private static final int ROOM = 1 << 16;

  private final Source in;
  private final PackedBudget budget;
  private @Nullable TarEntryBytes current;

  /** What headers before the entry's own say. */
  private @Nullable String longName;

  private PaxRecords pax = PaxRecords.NONE;
  private boolean namedTooLong;

  public TarEntries(InputStream in, PackedBudget budget) {
    this.in = new Source(in, ROOM);
    this.budget = budget;
  }

  /** Whether bytes begin so: with a block that has its own checksum. */
  public static boolean begin(byte[] head) {
    if (head.length < TarHeader.BLOCK) {
      return false;
    }
    TarHeader header = new TarHeader(Arrays.copyOf(head, TarHeader.BLOCK));
    return header.isSound() && !header.isEnd();
  }

  @Override
  public @Nullable PackedEntry next() throws IOException {
    leave();
    forgetExtensions();
    for (TarHeader header = header(); !header.isEnd(); header = header()) {
      PackedEntry entry = entry(header);
      if (entry != null) {
        return entry;
      }
      leave();
    }
    in.end();
    return null;
  }

  private TarHeader header() throws IOException {
    TarHeader header = new TarHeader(in.take(TarHeader.BLOCK).array());
    if (!header.isEnd() && !header.isSound()) {
      throw damaged("no header of an entry is where one should be");
    }
    return header;
  }

  /** An entry, or null where the header is of a folder or says something about the next one. */
  private @Nullable PackedEntry entry(TarHeader header) throws IOException {
    return switch (header.type()) {
      case 'L' -> {
        byte[] name = extension(header);
        longName = name.length == 0 ? null : new String(name, UTF_8).replaceFirst("\0$", "");
        yield null;
      }
      case 'x', 'X' -> {
        pax = PaxRecords.parse(extension(header));
        yield null;
      }
      case 'g', 'K', 'V' -> {
        begin(header.size());
        yield null;
      }
      default -> file(header);
    };
  }

  /** What a header about the next entry holds; nothing where it is longer than a name may be. */
  private byte[] extension(TarHeader header) throws IOException {
    TarEntryBytes bytes = begin(header.size());
    boolean fits = header.size() <= budget.limits().nameBytes();
    namedTooLong |= !fits;
    return fits ? bytes.readAllBytes() : new byte[0];
  }

  private @Nullable PackedEntry file(TarHeader header) throws IOException {
    budget.useEntry();
    if (header.type() == 'S') {
      passHoles(header);
    }
    // A hard link has no bytes, whatever size of its target its header repeats.
    TarEntryBytes bytes = begin(header.type() == '1' ? 0 : pax.sizeOr(header.size()));
    String name = name(header);
    boolean isFile = "0\0007".indexOf(header.type()) >= 0;
    boolean isFolder = header.type() == '5' || (isFile && name.endsWith("/"));
    if (isFolder) {
      forgetExtensions();
      return null;
    }
    BrokenException refusal = isFile ? refusalOfFile() : refusal(header.type());
    return refusal == null
        ? new PackedEntry(name, bytes)
        : PackedEntry.broken(name, refusal.fault(), refusal.detail());
  }

  private TarEntryBytes begin(long size) throws IOException {
    if (size < 0) {
      throw damaged("the size of an entry is no number");
    }
    TarEntryBytes bytes = new TarEntryBytes(in, size);
    current = bytes;
    return bytes;
  }

  private @Nullable BrokenException refusalOfFile() {
    if (namedTooLong) {
      return new BrokenException(
          Fault.NAME_TOO_LONG,
          "its name, and what else its headers say, must have at most "
              + budget.limits().nameBytes()
              + " bytes");
    }
    return pax.isSparse() ? refusal('S') : null;
  }

  private static BrokenException refusal(char type) {
    return switch (type) {
      case '1', '2' -> new BrokenException(Fault.LINK, "it is a link to another file");
      case '3', '4', '6' -> new BrokenException(Fault.SPECIAL_FILE, "it is no regular file");
      case 'S' -> new BrokenException(Fault.UNSUPPORTED, "it is a sparse file");
      default -> new BrokenException(Fault.UNSUPPORTED, "it is of a kind that is not read");
    };
  }

  private String name(TarHeader header) {
    String path = pax.path();
    String extended = path == null ? longName : path;
    return extended == null ? header.name() : extended;
  }

  /** Blocks that stand between the header of a sparse file and its bytes. */
  private void passHoles(TarHeader header) throws IOException {
    boolean more = header.describesMoreHoles();
    while (more) {
      more = in.take(TarHeader.BLOCK).get(504) != 0;
    }
  }

  private void forgetExtensions() {
    longName = null;
    pax = PaxRecords.NONE;
    namedTooLong = false;
  }

  private void leave() throws IOException {
    TarEntryBytes left = current;
    current = null;
    if (left != null) {
      left.leave();
    }
  }

  private static BrokenException damaged(String detail) {
    return new BrokenException(Fault.DAMAGED, detail);
  }

  @Override
  public void close() {
    // Nothing is its own.
  }
}

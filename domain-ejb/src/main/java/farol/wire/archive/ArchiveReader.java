package farol.wire.archive;

import farol.wire.packed.BrokenException;
import farol.wire.packed.Entries;
import farol.wire.packed.Fault;
import farol.wire.packed.PackedEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an archive of reports: a folder, a mailbox, a zip or tar file, a report or a mail,
 * and what is in these; each is told by its first bytes. The order is the same each time as long as
 * the archive is, so a reading can go on where another one ended.
 *
 * <p>Whatever the bytes are, they come as items; an {@link IOException} means that the disk or the
 * connection failed, and nothing but closing is left to do. For one thread.
 */
public final class ArchiveReader implements Closeable {
  private final Opener opener;
  private final Deque<Layer> layers = new ArrayDeque<>();
  private long ordinal;

  private ArchiveReader(Entries entries, ArchiveLimits limits) {
    this.opener = new Opener(limits);
    layers.push(Layer.outermost(entries));
  }

  /**
   * Opens a file or a folder.
   *
   * @param watch sees all that is read of files
   * @throws java.nio.file.FileSystemException where there is none
   */
  public static ArchiveReader open(
      Path path, UnaryOperator<InputStream> watch, ArchiveLimits limits) throws IOException {
    return new ArchiveReader(FolderEntries.of(path, limits.filesInFolder(), watch), limits);
  }

  /**
   * Opens a file that comes as a stream, and closes that in the end.
   *
   * @param name for people
   */
  public static ArchiveReader open(String name, InputStream file, ArchiveLimits limits) {
    return new ArchiveReader(new OneEntry(name, file), limits);
  }

  /** The next item; empty behind the last one. */
  public Optional<ArchiveItem> next() throws IOException {
    Pending pending = find();
    return pending == null ? Optional.empty() : Optional.of(pending.read(ordinal++));
  }

  /**
   * Goes on until the next item is the one with this ordinal, or to the end. Of mails and reports
   * on the way only packed mails are read, as what they inflate to counts.
   *
   * @param target not less than the ordinal of the next item
   */
  public void skipTo(long target) throws IOException {
    if (target < ordinal) {
      throw new IllegalArgumentException(
          "an archive is only read onward, the next item is " + ordinal + ", got " + target);
    }
    Pending pending = ordinal < target ? find() : null;
    while (pending != null) {
      pending.skip();
      ordinal++;
      pending = ordinal < target ? find() : null;
    }
  }

  /** Comes to the next item; whether it will be read makes no difference. */
  private @Nullable Pending find() throws IOException {
    Pending found = null;
    while (found == null && !layers.isEmpty()) {
      Layer layer = layers.element();
      try {
        PackedEntry entry = layer.entries().next();
        if (entry == null) {
          layers.pop().close();
        } else {
          found = open(layer, entry);
        }
      } catch (BrokenException e) {
        leave(e.fault());
        found = new Pending.Broken(layer.name(), e);
      }
    }
    return found;
  }

  /** Leaves an archive of which no more can be read, or all archives of a file. */
  private void leave(Fault fault) throws IOException {
    do {
      layers.pop().close();
    } while (fault.endsFile() && layers.size() > 1);
  }

  /** An entry, or null where it is an archive, which is now open. */
  private @Nullable Pending open(Layer layer, PackedEntry entry) throws IOException {
    Found found = opener.open(layer, entry);
    if (found instanceof Layer inner) {
      layers.push(inner);
      return null;
    }
    return (Pending) found;
  }

  @Override
  public void close() throws IOException {
    while (!layers.isEmpty()) {
      layers.pop().close();
    }
  }
}

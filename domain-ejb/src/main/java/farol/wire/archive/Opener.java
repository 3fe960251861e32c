package farol.wire.archive;

import farol.wire.GzipStream;
import farol.wire.RefusedException;
import farol.wire.archive.ArchiveItem.Form;
import farol.wire.packed.BrokenException;
import farol.wire.packed.Entries;
import farol.wire.packed.Fault;
import farol.wire.packed.GunzippedBytes;
import farol.wire.packed.PackedBudget;
import farol.wire.packed.PackedEntry;
import farol.wire.packed.Source;
import farol.wire.packed.TarEntries;
import farol.wire.packed.ZipEntries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Looks at how an entry begins, and opens what it is. */
final class Opener {
  private final ArchiveLimits limits;

  Opener(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * An archive that is now open, or something to be read.
   *
   * @param around the archive that it is in
   */
  Found open(Layer around, PackedEntry entry) throws IOException {
    String name = around.nameOf(entry);
    PackedBudget budget = around.budget();
    try {
      if (budget == null) {
        PackedBudget own = new PackedBudget(limits.packed());
        return new Opening(around, name, own).open(own.counting(entry.bytes()));
      }
      return new Opening(around, name, budget).open(entry.bytes());
    } catch (BrokenException e) {
      return new Pending.Broken(name, e);
    }
  }

  private final class Opening {
    private final Layer around;
    private final String name;
    private final PackedBudget budget;

    Opening(Layer around, String name, PackedBudget budget) {
      this.around = around;
      this.name = name;
      this.budget = budget;
    }

    Found open(InputStream in) throws IOException {
      Source bytes = new Source(in, Kind.HEAD);
      if (around.isMailbox()) {
        return mail(bytes, false);
      }
      byte[] head = bytes.peek(Kind.HEAD);
      Kind kind = Kind.of(head);
      return kind == Kind.GZIP ? gzip(bytes, inflated(head)) : of(kind, bytes, false);
    }

    /** Of gzip with an archive or a mail in it; all else stays packed, as a report is. */
    private Found gzip(Source bytes, byte[] head) throws IOException {
      Kind kind = head.length == 0 ? Kind.REPORT : Kind.of(head);
      return kind == Kind.REPORT || kind == Kind.GZIP
          ? report(bytes)
          : of(kind, new GunzippedBytes(bytes, budget), true);
    }

    private Found of(Kind kind, InputStream bytes, boolean inflates) throws IOException {
      return switch (kind) {
        case REPORT, GZIP -> report(bytes);
        case MAIL -> mail(bytes, inflates);
        case MBOX -> archive(new MboxEntries(bytes, budget), around.depth(), bytes, true);
        case ZIP -> archive(new ZipEntries(bytes, budget), deeper(), bytes, false);
        case TAR -> archive(new TarEntries(bytes, budget), deeper(), bytes, false);
        case OTHER ->
            throw new BrokenException(
                Fault.NOT_RECOGNISED, "it begins as neither a report, nor a mail, nor an archive");
      };
    }

    private Found report(InputStream bytes) {
      return new Pending.Bytes(name, bytes, Form.REPORT, limits.reportBytes(), false);
    }

    private Found mail(InputStream bytes, boolean inflates) {
      return new Pending.Bytes(name, bytes, Form.MAIL, limits.mailBytes(), inflates);
    }

    private Found archive(Entries entries, int depth, InputStream bytes, boolean isMailbox) {
      return new Layer(entries, name, depth, bytes, budget, isMailbox);
    }

    private int deeper() throws BrokenException {
      if (around.depth() >= limits.depth()) {
        throw new BrokenException(
            Fault.ARCHIVE_TOO_DEEP,
            "at most " + limits.depth() + " zip or tar files may be inside one another");
      }
      return around.depth() + 1;
    }
  }

  /** What the start of a gzip file inflates to, as much of it as was looked at. */
  private static byte[] inflated(byte[] start) throws IOException {
    byte[] head = new byte[Kind.HEAD];
    int size = 0;
    try (GzipStream gzip = new GzipStream(new ByteArrayInputStream(start))) {
      int count = readSome(gzip, head, 0);
      while (count > 0) {
        size += count;
        count = readSome(gzip, head, size);
      }
    }
    return Arrays.copyOf(head, size);
  }

  private static int readSome(GzipStream gzip, byte[] head, int size) throws IOException {
    try {
      return gzip.read(head, size, head.length - size);
    } catch (RefusedException e) {
      return -1; // whoever reads all of it is told
    }
  }
}

package farol.wire.archive;

import static java.util.Objects.requireNonNull;

import farol.wire.packed.Fault;

/** One thing that an archive has: something to read, or the reason why it is not read. */
public sealed interface ArchiveItem {
  ArchivePlace place();

  /** What {@link Entry#bytes} are. */
  enum Form {
    /** As a reporter may post it: JSON, or gzip with JSON in it. */
    REPORT,
    /** A mail that may carry a report. */
    MAIL
  }

  /**
   * Bytes that look like a report or a mail; nobody has read them yet.
   *
   * @param bytes within the limits of the form, the caller's own
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never shared
  record Entry(ArchivePlace place, byte[] bytes, Form form) implements ArchiveItem {
    public Entry {
      requireNonNull(place, "place");
      requireNonNull(bytes, "bytes");
      requireNonNull(form, "form");
    }
  }

  /**
   * Something that is not read: an entry, or what follows in an archive that is damaged.
   *
   * @param detail for people; outside text in it is harmless and short
   */
  record Unreadable(ArchivePlace place, Fault reason, String detail) implements ArchiveItem {
    public Unreadable {
      requireNonNull(place, "place");
      requireNonNull(reason, "reason");
      requireNonNull(detail, "detail");
    }
  }
}

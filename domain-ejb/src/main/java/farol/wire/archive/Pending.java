package farol.wire.archive;

import farol.wire.archive.ArchiveItem.Form;
import farol.wire.packed.BrokenException;
import farol.wire.packed.Fault;
import java.io.IOException;
import java.io.InputStream;

/** An item that was come to and is not yet read. */
sealed interface Pending extends Found {
  ArchiveItem read(long ordinal) throws IOException;

  /** Leaves it unread, where that leaves the archive in the same state. */
  void skip() throws IOException;

  /**
   * Bytes to be read.
   *
   * @param inflates whether reading them counts in the archive's budget
   */
  record Bytes(String name, InputStream bytes, Form form, int most, boolean inflates)
      implements Pending {
    @Override
    public ArchiveItem read(long ordinal) throws IOException {
      try (InputStream in = bytes) {
        byte[] read = in.readNBytes(most + 1);
        return read.length > most
            ? tooLarge().read(ordinal)
            : new ArchiveItem.Entry(new ArchivePlace(ordinal, name), read, form);
      } catch (BrokenException e) {
        return new Broken(name, e).read(ordinal);
      }
    }

    private Broken tooLarge() {
      return new Broken(
          name,
          new BrokenException(
              Fault.ENTRY_TOO_LARGE,
              (form == Form.MAIL ? "a mail" : "a report")
                  + " must have at most "
                  + most
                  + " bytes"));
    }

    @Override
    public void skip() throws IOException {
      if (inflates) {
        ArchiveItem unused = read(0);
      }
    }
  }

  /** Something that cannot be read. */
  record Broken(String name, BrokenException why) implements Pending {
    @Override
    public ArchiveItem read(long ordinal) {
      return new ArchiveItem.Unreadable(new ArchivePlace(ordinal, name), why.fault(), why.detail());
    }

    @Override
    public void skip() {
      // Nothing is read of it.
    }
  }
}

package farol.wire.packed;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;

/**
 * An entry of an archive.
 *
 * @param name as the archive has it: anything at all
 * @param bytes to be read before the next entry is asked for; fails with a {@link BrokenException}
 *     where the entry cannot be read
 */
public record PackedEntry(String name, InputStream bytes) {
  public PackedEntry {
    requireNonNull(name, "name");
    requireNonNull(bytes, "bytes");
  }

  /** An entry that cannot be read. */
  public static PackedEntry broken(String name, Fault fault, String detail) {
    return new PackedEntry(name, new BrokenBytes(new BrokenException(fault, detail)));
  }
}

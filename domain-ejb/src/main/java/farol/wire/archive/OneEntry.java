package farol.wire.archive;

import farol.wire.packed.Entries;
import farol.wire.packed.PackedEntry;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file that comes as a stream. */
final class OneEntry implements Entries {
  private final String name;
  private final InputStream in;
  private boolean given;

  OneEntry(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  @Override
  public @Nullable PackedEntry next() {
    PackedEntry entry = given ? null : new PackedEntry(name, in);
    given = true;
    return entry;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

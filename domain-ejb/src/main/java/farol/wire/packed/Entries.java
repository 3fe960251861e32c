package farol.wire.packed;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is in an archive, one after another; folders in it are passed over. Closing it leaves open
 * what the archive comes from.
 */
public interface Entries extends Closeable {
  /**
   * The next entry, or null behind the last one. The entry before can no longer be read.
   *
   * @throws BrokenException where the rest cannot be read
   */
  @Nullable PackedEntry next() throws IOException;
}

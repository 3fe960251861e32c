package farol.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a mailbox is, and how it is reached: over TLS or not at all.
 *
 * @param host that its certificate must be for
 * @param authorities a PEM file with those that may vouch for it; null are those that come with
 *     Java
 * @param patience how long to wait for a connection, for the next bytes, and for it to take some;
 *     an answer as a whole has twice that
 */
public record ImapServer(
    String host, int port, Protection protection, @Nullable Path authorities, Duration patience) {
  /** When TLS begins. */
  public enum Protection {
    /** With the connection, as a rule on port 993. */
    TLS,
    /** After a command in the clear, as a rule on port 143. */
    STARTTLS
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

package farol.imports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder of old reports that somebody imports into an account.
 *
 * @param name of the file or folder, for people; harmless and short
 * @param createdBy the user, or the token, as the audit log names it
 * @param endedAt null until it is over
 * @param bytes of its file; 0 while it is being received, and for a folder
 * @param readBytes how many of them are read
 * @param failure why it was given up, for people; null unless it was
 */
public record ReportImport(
    long id,
    String name,
    Instant createdAt,
    String createdBy,
    ImportState state,
    @Nullable Instant endedAt,
    long bytes,
    long readBytes,
    ImportCounts counts,
    @Nullable String failure) {
  public ReportImport {
    requireNonNull(name, "name");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(createdBy, "createdBy");
    requireNonNull(state, "state");
    requireNonNull(counts, "counts");
  }
}

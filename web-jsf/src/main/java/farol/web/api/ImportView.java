package farol.web.api;

import farol.imports.ImportCounts;
import farol.imports.ReportImport;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param state {@code receiving}, {@code waiting}, {@code running}, {@code done}, {@code failed} or
 *     {@code cancelled}
 * @param endedAt null until it is over
 * @param bytes of its file; 0 while that comes in, and for a folder
 * @param readBytes how many of them are read
 * @param items reports, mails and whatever else was in it so far; the sum of the next five
 * @param stored new in the database
 * @param duplicate had been there
 * @param foreign reports of domains that the account has not proven
 * @param noReport what nothing says to be a report
 * @param refused what is to be a report and can't be taken
 * @param failure why it was given up; null unless it was
 */
public record ImportView(
    long id,
    String name,
    Instant createdAt,
    String createdBy,
    String state,
    @Nullable Instant endedAt,
    long bytes,
    long readBytes,
    long items,
    long stored,
    long duplicate,
    long foreign,
    long noReport,
    long refused,
    @Nullable String failure) {
  static ImportView of(ReportImport found) {
    ImportCounts counts = found.counts();
    return new ImportView(
        found.id(),
        found.name(),
        found.createdAt(),
        found.createdBy(),
        found.state().name().toLowerCase(Locale.ROOT),
        found.endedAt(),
        found.bytes(),
        found.readBytes(),
        counts.items(),
        counts.stored(),
        counts.duplicate(),
        counts.foreign(),
        counts.noReport(),
        counts.refused(),
        found.failure());
  }
}

package farol.domain.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what was understood of stored reports by what a better reader makes of the same bytes:
 * afterwards all is as if they had been read so when they came. May be repeated, interrupted or run
 * twice at once.
 */
@Stateless
public class ReportRevision {
  @Inject RevisionStore reports;

  /**
   * Keys of stored reports, in order, after the one given.
   *
   * @param domain only those of this domain, an A-label; null: all
   */
  public List<Long> ids(@Nullable String domain, long after, int most) {
    return reports.ids(domain, after, most);
  }

  /** A report's bytes; empty where they are no longer kept. */
  public Optional<KeptBytes> find(long id) {
    return reports.find(id);
  }

  /**
   * Takes in what the bytes of a report say now.
   *
   * @param now made of the bytes that {@link #find} gave, and their time of receipt
   */
  public Revision revise(long id, Submission now) {
    Optional<RevisionStore.Before> before = reports.lock(id, now.domainId());
    if (before.isEmpty()) {
      return Revision.GONE;
    }
    ReportRow row = new ReportRow(id, now);
    if (before.get().says(row)) {
      return Revision.UNCHANGED;
    }
    Optional<Long> twin = reports.twin(row);
    if (twin.isPresent() && reports.isFirst(twin.get(), id)) {
      reports.delete(id, before.get());
      reports.settle(now.domainId(), before.get().keyDigest());
      return Revision.MERGED;
    }
    if (twin.isPresent()) {
      reports.lock(twin.get(), now.domainId()).ifPresent(gone -> reports.delete(twin.get(), gone));
    }
    reports.replace(row, before.get());
    reports.settle(now.domainId(), before.get().keyDigest());
    reports.settle(now.domainId(), row.keyDigest());
    return twin.isPresent() ? Revision.MERGED : Revision.CHANGED;
  }
}

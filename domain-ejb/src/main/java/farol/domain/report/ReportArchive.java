package farol.domain.report;

import farol.domain.shared.DayRange;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stored reports, for people. Reports of a domain that is not verified are kept, but not shown. */
@Stateless
public class ReportArchive {
  @Inject ReportStore reports;

  /**
   * Some of a domain's reports; of those that are equal in the order, the last received first.
   *
   * @param domainId a domain that the caller has checked to be its own
   * @param page from 0
   * @param size 1 to 500
   */
  public ReportPage page(long domainId, ReportSearch search, int page, int size) {
    if (page < 0 || size < 1 || size > 500) {
      throw new IllegalArgumentException(
          "a page must be 0 or more and of 1 to 500 items, got page " + page + " of " + size);
    }
    return new ReportPage(
        reports.list(domainId, search, (long) page * size, size),
        page,
        size,
        reports.count(domainId, search));
  }

  /**
   * A piece of the same reports, for whoever reads all of them: those after one of them, also while
   * others come in. Always the latest day first, whatever order is asked for.
   *
   * @param last null: from the first on
   * @param most 1 to 500
   */
  public List<ReportHead> after(
      long domainId, ReportSearch search, @Nullable ReportHead last, int most) {
    return reports.after(domainId, search, last, most);
  }

  /**
   * How many of a domain's reports of some days nobody has proven.
   *
   * @param domainId a verified domain that the caller has checked to be its own
   */
  public UnprovenShare unproven(long domainId, DayRange days) {
    return reports.unproven(domainId, days);
  }

  /** What came last for the latest day of each verified domain of an account that has reports. */
  public List<LatestReport> latest(long accountId) {
    return reports.latest(accountId);
  }

  /** The same of some domains of an account. */
  public List<LatestReport> latest(Collection<Long> domainIds) {
    return reports.latest(domainIds);
  }

  /**
   * When the last report came for any verified domain of an account, of each the last received of
   * its latest day; empty where none has.
   */
  public Optional<Instant> lastReceived(long accountId) {
    return reports.lastReceived(accountId);
  }

  /** Whether any report has ever come for a domain. */
  public boolean hasAny(long domainId) {
    return reports.hasAny(domainId);
  }

  /** Whether the account has such a report. */
  public boolean has(long accountId, long id) {
    return reports.isOf(accountId, id);
  }

  /** One report in full; empty where the account has no such report. */
  public Optional<StoredReport> find(long accountId, long id) {
    return reports.find(accountId, id);
  }

  /** The bytes as received; empty where the account has no such report. */
  public Optional<RawReport> raw(long accountId, long id) {
    return reports.findRaw(accountId, id);
  }
}

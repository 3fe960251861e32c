package farol.domain.quarantine;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.report.KeptBytes;
import farol.domain.report.RawReport;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps refused bodies, a number of them for each domain: the oldest makes room for the latest. As
 * with reports, nobody is shown those of a domain that is not verified.
 */
@Stateless
public class Quarantine {
  @Inject QuarantineStore bodies;
  @Inject AuditLog audit;
  @Inject Settings settings;

  /**
   * Keeps a body, unless the domain is gone.
   *
   * @param code why it was refused, in capitals
   * @param raw what was read of it
   */
  public void keep(long domainId, Instant receivedAt, String code, String detail, RawReport raw) {
    bodies.add(domainId, receivedAt, code, detail, raw);
    bodies.trim(domainId, settings.count(Setting.LIMIT_QUARANTINE_BODIES));
  }

  /**
   * A domain's refused bodies, the last received first.
   *
   * @param domainId a domain that the caller has checked to be its own
   * @param page from 0
   * @param size 1 to 500
   */
  public RefusedPage page(long domainId, int page, int size) {
    if (page < 0 || size < 1 || size > 500) {
      throw new IllegalArgumentException(
          "a page must be 0 or more and of 1 to 500 items, got page " + page + " of " + size);
    }
    return new RefusedPage(
        bodies.list(domainId, (long) page * size, size), page, size, bodies.count(domainId));
  }

  /**
   * A piece of the same list, for whoever reads all of it: the bodies after one of them, also while
   * others come in.
   *
   * @param last null: from the first on
   */
  public List<RefusedBody> after(long domainId, @Nullable RefusedBody last, int most) {
    return bodies.after(domainId, last == null ? Long.MAX_VALUE : last.id(), most);
  }

  /** Whether the domain has such a body. */
  public boolean has(long domainId, long id) {
    return bodies.isOf(domainId, id);
  }

  /** The bytes as received; empty where the domain has no such body. */
  public Optional<RawReport> raw(long domainId, long id) {
    return bodies.findRaw(domainId, id);
  }

  /**
   * Keys of refused bodies, in order, after the one given.
   *
   * @param domain only those of this domain, an A-label; null: all
   */
  public List<Long> ids(@Nullable String domain, long after, int most) {
    return bodies.ids(domain, after, most);
  }

  /** A body to be read again; empty where it is gone. */
  public Optional<KeptBytes> find(long id) {
    return bodies.find(id);
  }

  /** Drops a body that has become a report. */
  public void release(long id) {
    bodies.release(id);
  }

  /** Drops a body; false where the domain has no such body. */
  public boolean delete(MonitoredDomain domain, long id) {
    boolean deleted = bodies.delete(domain.id(), id);
    if (deleted) {
      audit.record(
          domain.accountId(),
          Change.of(AuditAction.REFUSED_BODY_DELETED, domain.name() + ", refused body " + id));
    }
    return deleted;
  }
}

package farol.domain.quarantine;

import farol.domain.monitored.DomainHold;
import farol.domain.report.KeptBytes;
import farol.domain.report.RawReport;
import farol.domain.shared.DomainName;
import farol.store.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of refused bodies. */
@Dependent
class QuarantineStore {
  private static final String REFUSED =
      "select b.id, b.received_at, b.code, b.detail, length(b.body) ";
  private static final String OF_VERIFIED =
      "from refused_body b join monitored_domain d on d.id = b.domain_id and d.state = 'VERIFIED' ";

  @Inject Sql sql;

  /** Adds one; nothing where the domain is gone. */
  void add(long domainId, Instant receivedAt, String code, String detail, RawReport raw) {
    if (!DomainHold.take(sql, domainId)) {
      return;
    }
    sql.update(
        """
        insert into refused_body (domain_id, received_at, code, detail, content_type, content_encoding, body)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        domainId,
        receivedAt.atOffset(ZoneOffset.UTC),
        code,
        detail,
        raw.contentType(),
        raw.contentEncoding(),
        raw.body());
  }

  /** Drops the oldest of a domain that has more. */
  void trim(long domainId, int most) {
    sql.update(
        """
        delete from refused_body where domain_id = ? and id <= (
          select id from refused_body where domain_id = ? order by id desc offset ? limit 1)
        """,
        domainId,
        domainId,
        most);
  }

  boolean isOf(long domainId, long id) {
    return sql.find(
            "select 1 " + OF_VERIFIED + "where b.id = ? and d.id = ?", row -> true, id, domainId)
        .isPresent();
  }

  List<RefusedBody> list(long domainId, long offset, int most) {
    return sql.list(
        REFUSED + OF_VERIFIED + "where b.domain_id = ? order by b.id desc offset ? limit ?",
        QuarantineStore::refused,
        domainId,
        offset,
        most);
  }

  /** Those that came before one of them. */
  List<RefusedBody> after(long domainId, long last, int most) {
    return sql.list(
        REFUSED + OF_VERIFIED + "where b.domain_id = ? and b.id < ? order by b.id desc limit ?",
        QuarantineStore::refused,
        domainId,
        last,
        most);
  }

  private static RefusedBody refused(ResultSet row) throws SQLException {
    return new RefusedBody(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getLong(5));
  }

  long count(long domainId) {
    return sql.find(
            "select count(*) " + OF_VERIFIED + "where b.domain_id = ?",
            row -> row.getLong(1),
            domainId)
        .orElseThrow();
  }

  Optional<RawReport> findRaw(long domainId, long id) {
    return sql.find(
        "select b.body, b.content_type, b.content_encoding "
            + OF_VERIFIED
            + "where b.id = ? and d.id = ?",
        row -> new RawReport(row.getBytes(1), row.getString(2), row.getString(3)),
        id,
        domainId);
  }

  List<Long> ids(@Nullable String domain, long after, int most) {
    return sql.list(
        """
        select b.id from refused_body b join monitored_domain d on d.id = b.domain_id
        where b.id > ? and (?::text is null or d.name = ?) order by b.id limit ?
        """,
        row -> row.getLong(1),
        after,
        domain,
        domain,
        most);
  }

  Optional<KeptBytes> find(long id) {
    return sql.find(
        """
        select d.id, d.name, coalesce(d.mx_hosts, '{}'), b.body, b.content_type, b.content_encoding, b.received_at
        from refused_body b join monitored_domain d on d.id = b.domain_id where b.id = ?
        """,
        row ->
            new KeptBytes(
                row.getLong(1),
                DomainName.parse(row.getString(2)),
                Set.of((String[]) row.getArray(3).getArray()),
                new RawReport(row.getBytes(4), row.getString(5), row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                List.of()),
        id);
  }

  void release(long id) {
    sql.update("delete from refused_body where id = ?", id);
  }

  boolean delete(long domainId, long id) {
    return sql.update(
            """
            delete from refused_body b using monitored_domain d
            where b.id = ? and d.id = b.domain_id and d.id = ? and d.state = 'VERIFIED'
            """,
            id,
            domainId)
        > 0;
  }
}

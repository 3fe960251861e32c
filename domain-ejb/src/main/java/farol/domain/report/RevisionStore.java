package farol.domain.report;

import farol.domain.monitored.DomainHold;
import farol.domain.shared.DomainName;
import farol.store.DatabaseException;
import farol.store.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stored reports, for rewriting; joins the transaction of its caller. */
@Dependent
class RevisionStore {
  @Inject Sql sql;

  @Resource(lookup = "jdbc/farol")
  DataSource database;

  /** What is stored of a report before its revision. */
  @SuppressWarnings("ArrayRecordComponent") // made, compared and dropped within one transaction
  record Before(
      byte[] keyDigest,
      byte[] contentDigest,
      SessionCounts counts,
      List<String> warnings,
      List<String> attributions,
      LocalDate day,
      LocalDate receivedOn) {
    boolean says(ReportRow row) {
      CountedReport counted = row.submission().counted();
      return Arrays.equals(keyDigest, row.keyDigest())
          && Arrays.equals(contentDigest, row.contentDigest())
          && counts.equals(counted.counts())
          && warnings.equals(row.submission().warnings())
          && attributions.equals(
              counted.policies().stream().map(policy -> policy.attribution().name()).toList());
    }
  }

  List<Long> ids(@Nullable String domain, long after, int most) {
    return sql.list(
        """
        select r.id from report r join monitored_domain d on d.id = r.domain_id
        where r.id > ? and (?::text is null or d.name = ?) order by r.id limit ?
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
        select r.domain_id, d.name, d.mx_hosts, r.received_at, r.warnings, w.content_type, w.content_encoding, w.body,
          array(select p.attribution || ' ' || coalesce(p.policy_domain, '') from report_policy p
            where p.report_id = r.id and p.received_on = (r.received_at at time zone 'UTC')::date
            order by p.policy_no) as decided
        from report r join monitored_domain d on d.id = r.domain_id
        join report_raw w on w.report_id = r.id and w.received_on = (r.received_at at time zone 'UTC')::date
        where r.id = ?
        """,
        row -> {
          DomainName domain = DomainName.parse(row.getString("name"));
          return new KeptBytes(
              row.getLong("domain_id"),
              domain,
              HostsThen.of(
                  decided(row.getArray("decided")), domain, Set.copyOf(texts(row, "mx_hosts"))),
              new RawReport(
                  row.getBytes("body"),
                  row.getString("content_type"),
                  row.getString("content_encoding")),
              row.getObject("received_at", OffsetDateTime.class).toInstant(),
              texts(row, "warnings"));
        },
        id);
  }

  private static List<HostsThen.Decided> decided(Array array) throws SQLException {
    List<HostsThen.Decided> policies = new ArrayList<>();
    for (String text : (String[]) array.getArray()) {
      String[] parts = text.split(" ", 2);
      policies.add(new HostsThen.Decided(Attribution.valueOf(parts[0]), parts[1]));
    }
    return policies;
  }

  /** Holds a report and its domain against changes by others; empty where one is gone. */
  Optional<Before> lock(long id, long domainId) {
    if (!DomainHold.take(sql, domainId)) {
      return Optional.empty();
    }
    return sql.find(
        """
        select r.key_digest, r.content_digest, r.successful, r.failed, r.warnings, r.day,
          (r.received_at at time zone 'UTC')::date as received_on,
          array(select p.attribution from report_policy p
            where p.report_id = r.id and p.received_on = (r.received_at at time zone 'UTC')::date
            order by p.policy_no) as attributions
        from report r where r.id = ? for update
        """,
        row ->
            new Before(
                row.getBytes("key_digest"),
                row.getBytes("content_digest"),
                new SessionCounts(row.getLong("successful"), row.getLong("failed")),
                texts(row, "warnings"),
                texts(row, "attributions"),
                row.getObject("day", LocalDate.class),
                row.getObject("received_on", LocalDate.class)),
        id);
  }

  /** Another report of the domain that says the same. */
  Optional<Long> twin(ReportRow row) {
    return sql.find(
        "select id from report where domain_id = ? and key_digest = ? and content_digest = ? and id"
            + " <> ?",
        found -> found.getLong(1),
        row.submission().domainId(),
        row.keyDigest(),
        row.contentDigest(),
        row.id());
  }

  /** Whether one report was received before another. */
  boolean isFirst(long one, long other) {
    return sql.find(
            "select id from report where id in (?, ?) order by received_at, id limit 1",
            row -> row.getLong(1) == one,
            one,
            other)
        .orElse(false);
  }

  void delete(long id, Before report) {
    deleteContents(id, report);
    mark(id);
    sql.update("delete from report where id = ?", id);
  }

  private void deleteContents(long id, Before report) {
    sql.update(
        "delete from failure_detail where report_id = ? and day = ? and received_on = ? and"
            + " domain_id = (select domain_id from report where id = ?)",
        id,
        report.day(),
        report.receivedOn(),
        id);
    for (String table : List.of("report_policy", "report_raw")) {
      sql.update(
          "delete from " + table + " where report_id = ? and received_on = ?",
          id,
          report.receivedOn());
    }
  }

  /** Has the day that a report stands in counted anew. */
  private void mark(long id) {
    sql.update(
        "insert into dirty_day (domain_id, day) select domain_id, day from report where id = ?",
        id);
  }

  /** Writes what a report says now; not counted until its key is {@link #settle}d. */
  void replace(ReportRow row, Before before) {
    deleteContents(row.id(), before);
    mark(row.id());
    Report report = row.report();
    SessionCounts counts = row.submission().counted().counts();
    sql.update(
        """
        update report set conflicting = true, key_digest = ?, content_digest = ?, organization = ?, contact = ?,
          report_id = ?, window_start = ?, window_end = ?, day = ?, successful = ?, failed = ?, warnings = ?
        where id = ?
        """,
        row.keyDigest(),
        row.contentDigest(),
        report.organization(),
        report.contact(),
        report.reportId(),
        report.window().start().atOffset(ZoneOffset.UTC),
        report.window().end().atOffset(ZoneOffset.UTC),
        row.day().date(),
        counts.successful(),
        counts.failed(),
        row.submission().warnings().toArray(String[]::new),
        row.id());
    try (Connection connection = database.getConnection()) {
      ReportContents.insert(connection, List.of(row), Set.of());
    } catch (SQLException e) {
      throw new DatabaseException("rewrite a report", e);
    }
  }

  /** Of the reports with one key the first received counts, and no other. */
  void settle(long domainId, byte[] key) {
    sql.update(
        """
        update report set conflicting = true
        where domain_id = ? and key_digest = ? and not conflicting and id <> (
          select id from report where domain_id = ? and key_digest = ? order by received_at, id limit 1)
        """,
        domainId,
        key,
        domainId,
        key);
    sql.update(
        """
        update report set conflicting = false
        where conflicting and id = (
          select id from report where domain_id = ? and key_digest = ? order by received_at, id limit 1)
        """,
        domainId,
        key);
    sql.update(
        """
        update failure_detail f set counted = not f.counted
        from report r
        join report_policy p on p.report_id = r.id and p.received_on = (r.received_at at time zone 'UTC')::date
        where r.domain_id = ? and r.key_digest = ?
          and f.domain_id = r.domain_id and f.day = r.day and f.report_id = r.id and f.policy_no = p.policy_no
          and f.counted <> (not r.conflicting and p.attribution <> 'FOREIGN')
        """,
        domainId,
        key);
    sql.update(
        """
        insert into dirty_day (domain_id, day)
        select distinct domain_id, day from report where domain_id = ? and key_digest = ?
        """,
        domainId,
        key);
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    @Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}

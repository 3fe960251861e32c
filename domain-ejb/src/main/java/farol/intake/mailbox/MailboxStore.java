package farol.intake.mailbox;

import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxTrouble;
import farol.intake.Verdict;
import farol.mailbox.ConfiguredMailbox;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of mailboxes, and of those of their mails that somebody should look at. */
@Dependent
class MailboxStore {
  @Inject Sql sql;

  /** Adds a mailbox, unless it is known by its name. */
  void add(ConfiguredMailbox mailbox, Instant now) {
    sql.update(
        "insert into mailbox (name, address, position, next_look_at) values (?, ?, ?, ?) on"
            + " conflict do nothing",
        mailbox.name(),
        mailbox.address(),
        MailboxPosition.BEGINNING.text(),
        at(now));
  }

  /** The names of those that somebody reads, or that need not be looked into yet. */
  Set<String> resting(Instant now) {
    return sql
        .list(
            "select name from mailbox where next_look_at > ? or reader_until > ?",
            row -> row.getString(1),
            at(now),
            at(now))
        .stream()
        .collect(Collectors.toSet());
  }

  /**
   * Has somebody read a mailbox, unless somebody else does. At another address it begins anew.
   *
   * @param onlyIfDue not before it is to be looked into
   */
  Optional<Lease> lease(
      ConfiguredMailbox mailbox, UUID reader, Instant now, Instant until, boolean onlyIfDue) {
    return sql.find(
        """
        update mailbox set reader = ?, reader_until = ?, address = ?,
          position = case when address = ? then position else ? end
        where name = ? and (reader_until is null or reader_until <= ?) and (not ? or next_look_at <= ?)
        returning position, failures
        """,
        row -> new Lease(mailbox, reader, new MailboxPosition(row.getString(1)), row.getInt(2)),
        reader,
        at(until),
        mailbox.address(),
        mailbox.address(),
        MailboxPosition.BEGINNING.text(),
        mailbox.name(),
        at(now),
        onlyIfDue,
        at(now));
  }

  /** Has somebody read a mailbox from its beginning, whoever reads it now. */
  Optional<Lease> leaseAnew(ConfiguredMailbox mailbox, UUID reader, Instant until) {
    return sql.find(
        """
        update mailbox set reader = ?, reader_until = ?, address = ?, position = ?
        where name = ? returning position, failures
        """,
        row -> new Lease(mailbox, reader, new MailboxPosition(row.getString(1)), row.getInt(2)),
        reader,
        at(until),
        mailbox.address(),
        MailboxPosition.BEGINNING.text(),
        mailbox.name());
  }

  /** Goes on behind a mail; false if somebody else reads the mailbox by now. */
  boolean advance(Lease lease, MailboxPosition position, Verdict verdict, Instant until) {
    return sql.update(
            """
            update mailbox set position = ?, reader_until = ?, failed_mail = null, failed_tries = 0, %1$s = %1$s + 1
            where name = ? and reader = ?
            """
                .formatted(column(verdict)),
            position.text(),
            at(until),
            lease.name(),
            lease.reader())
        > 0;
  }

  private static String column(Verdict verdict) {
    return switch (verdict) {
      case STORED -> "stored";
      case DUPLICATE -> "duplicate";
      case FOREIGN, NO_REPORT -> "left_alone";
      case REFUSED -> "set_aside";
    };
  }

  /**
   * How many looks in a row have failed at a mail, this one included; 0 if somebody else reads by
   * now.
   */
  int fail(Lease lease, String mail) {
    return sql.find(
            """
            update mailbox set failed_mail = ?,
              failed_tries = case when failed_mail = ? then failed_tries + 1 else 1 end
            where name = ? and reader = ? returning failed_tries
            """,
            row -> row.getInt(1),
            mail,
            mail,
            lease.name(),
            lease.reader())
        .orElse(0);
  }

  /** Ends a reading. */
  void end(
      Lease lease,
      Instant now,
      Instant nextLook,
      @Nullable MailboxTrouble trouble,
      @Nullable String detail,
      int failures) {
    sql.update(
        """
        update mailbox set reader = null, reader_until = null, last_look_at = ?, next_look_at = ?, trouble = ?,
          trouble_detail = ?, failures = ?
        where name = ? and reader = ?
        """,
        at(now),
        at(nextLook),
        trouble == null ? null : trouble.name(),
        detail,
        failures,
        lease.name(),
        lease.reader());
  }

  /** Ends a reading as if nobody had looked. */
  void release(Lease lease, Instant nextLook) {
    sql.update(
        "update mailbox set reader = null, reader_until = null, next_look_at = ? where name = ? and"
            + " reader = ?",
        at(nextLook),
        lease.name(),
        lease.reader());
  }

  /** Keeps why somebody should look at a mail, once however often that comes about. */
  void keep(String mailbox, NotedMail mail) {
    sql.update(
        """
        insert into noted_mail (mailbox, mail, received_at, noted_at, code, reason)
        values (?, ?, ?, ?, ?, ?)
        on conflict (mailbox, mail) do update set received_at = excluded.received_at,
          noted_at = excluded.noted_at, code = excluded.code, reason = excluded.reason
        """,
        mailbox,
        mail.mail(),
        at(mail.receivedAt()),
        at(mail.notedAt()),
        mail.code(),
        mail.reason());
  }

  /** Forgets the oldest of a mailbox that has more. */
  void trim(String mailbox, int most) {
    sql.update(
        """
        delete from noted_mail where id in (
          select id from noted_mail where mailbox = ? order by noted_at desc, id desc offset ?)
        """,
        mailbox,
        most);
  }

  /** How a mailbox fares; empty before anybody has looked for it. */
  Optional<MailboxStatus> status(ConfiguredMailbox mailbox, Instant now) {
    List<NotedMail> noted = noted(mailbox.name());
    return sql.find(
        """
        select coalesce(reader_until > ?, false), last_look_at, next_look_at, trouble, coalesce(trouble_detail, ''),
          failures, stored, duplicate, left_alone, set_aside
        from mailbox where name = ?
        """,
        row -> status(mailbox, row, noted),
        at(now),
        mailbox.name());
  }

  private static MailboxStatus status(
      ConfiguredMailbox mailbox, ResultSet row, List<NotedMail> noted) throws SQLException {
    @Nullable OffsetDateTime lastLook = row.getObject(2, OffsetDateTime.class);
    @Nullable String trouble = row.getString(4);
    return new MailboxStatus(
        mailbox.name(),
        mailbox.address(),
        row.getBoolean(1),
        lastLook == null ? null : lastLook.toInstant(),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        trouble == null ? null : MailboxTrouble.valueOf(trouble),
        row.getString(5),
        row.getInt(6),
        new MailCounts(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)),
        noted);
  }

  private List<NotedMail> noted(String mailbox) {
    return sql.list(
        """
        select mail, received_at, noted_at, code, reason from noted_mail where mailbox = ?
        order by noted_at desc, id desc
        """,
        row ->
            new NotedMail(
                row.getString(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getString(5)),
        mailbox);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

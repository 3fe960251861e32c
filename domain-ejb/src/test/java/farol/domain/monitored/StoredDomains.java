package farol.domain.monitored;

import farol.store.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Monitored domains as rows, for tests of what belongs to a domain. */
public final class StoredDomains {
  private static final OffsetDateTime CREATED = OffsetDateTime.parse("2026-11-01T00:00:00Z");

  private StoredDomains() {}

  /** A verified domain of the account that {@code founder} founded; made where it is missing. */
  public static long verified(Sql sql, String founder, String name) {
    return add(sql, account(sql, founder), name, DomainState.VERIFIED);
  }

  /** A domain that has been claimed only. */
  public static long pending(Sql sql, String founder, String name) {
    return add(sql, account(sql, founder), name, DomainState.PENDING);
  }

  /** The key of the account that {@code founder} founded; made where it is missing. */
  public static long account(Sql sql, String founder) {
    sql.update(
        "insert into account (founder, created_at) values (?, ?) on conflict do nothing",
        founder,
        CREATED);
    return sql.find("select id from account where founder = ?", row -> row.getLong(1), founder)
        .orElseThrow();
  }

  /** A collector of a domain, the one that it publishes. */
  public static CollectorToken collector(Sql sql, long domainId) {
    CollectorToken token = CollectorToken.random();
    sql.update(
        "insert into collector (domain_id, token_sealed, token_hash, created_at) values (?, ?, ?, ?)",
        domainId,
        Seals.SEAL.seal(token),
        token.hash().bytes(),
        CREATED);
    return token;
  }

  /** Ends a collector's life at a time. */
  public static void retire(Sql sql, CollectorToken token, Instant time) {
    sql.update(
        "update collector set retires_at = ? where token_hash = ?",
        OffsetDateTime.ofInstant(time, ZoneOffset.UTC),
        token.hash().bytes());
  }

  private static long add(Sql sql, long account, String name, DomainState state) {
    return sql.find(
            """
            insert into monitored_domain (account_id, slot, name, state, demo, verification_token, created_at,
              next_check_at)
            select ?, count(*) + 1, ?, ?, false, 'token', ?, ? from monitored_domain where account_id = ?
            returning id
            """,
            row -> row.getLong(1),
            account,
            name,
            state.name(),
            CREATED,
            CREATED,
            account)
        .orElseThrow();
  }
}

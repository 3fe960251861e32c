package farol.acceptance;

import farol.dns.TestZone;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Many proven domains, put straight into the database and into DNS. Each publishes all that is
 * looked at, under names of its own; its mail server and its policy's host have addresses that
 * nobody may connect to.
 */
public final class ManyDomains {
  private static final String ADD =
      """
      insert into account (founder, created_at) values ('admin', now()) on conflict do nothing;
      insert into monitored_domain
        (account_id, slot, name, state, demo, verification_token, created_at, verified_at, next_check_at)
      select id, number, 'd' || number || '.example', 'VERIFIED', false, 'token', now(), now(), now() + interval '1 year'
      from account, generate_series(1, %d) number where founder = 'admin' order by number;
      insert into collector (domain_id, token_sealed, token_hash, created_at)
      select id, decode('00', 'hex'), sha256(convert_to(name, 'UTF8')), now() from monitored_domain;
      """;

  private final RunningFarol farol;

  private ManyDomains(RunningFarol farol) {
    this.farol = farol;
  }

  /** Adds {@code d1.example} and so on to a new installation; none of them is due. */
  public static ManyDomains add(RunningFarol farol, int count) throws IOException, SQLException {
    ManyDomains domains = new ManyDomains(farol);
    for (int number = 1; number <= count; number++) {
      publish(farol.dns().zone(), number);
    }
    domains.execute(ADD.formatted(count));
    return domains;
  }

  private static void publish(TestZone zone, int number) {
    String name = "d" + number + ".example";
    zone.putTxt("_tlsrpt-verify." + name, "tlsrpt-verify=token");
    zone.putTxt("_smtp._tls." + name, "v=TLSRPTv1; rua=mailto:tls@" + name);
    zone.putTxt("_mta-sts." + name, "v=STSv1; id=1");
    zone.addMx(name, 10, "mx." + name);
    zone.addAddress("mx." + name, "198.18.%d.%d".formatted(number / 256, number % 256));
    zone.addAddress("mta-sts." + name, "198.19.%d.%d".formatted(number / 256, number % 256));
  }

  /** Makes the first so many due now. */
  public void makeDue(int count) throws IOException, SQLException {
    execute(
        """
        update monitored_domain
        set next_check_at = now(), last_check_at = null, last_check_outcome = null, last_check_detail = null
        where id in (select id from monitored_domain order by id limit %d)
        """
            .formatted(count));
  }

  /** How many are due and have not been looked at yet. */
  public long waiting() throws IOException, SQLException {
    return number(
        "select count(*) from monitored_domain where last_check_at is null and next_check_at <= now()");
  }

  /** How many were looked at with a look-up that got no answer, or did not prove them. */
  public long unanswered() throws IOException, SQLException {
    return number(
        """
        select count(*) from monitored_domain where last_check_at is not null
        and (last_check_outcome <> 'PROVEN' or next_check_at < last_check_at + interval '2 hours')
        """);
  }

  /** The one number that a query has for an answer. */
  public long number(String query) throws IOException, SQLException {
    try (Connection connection = farol.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String sql) throws IOException, SQLException {
    try (Connection connection = farol.database();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.account.Account;
import farol.domain.published.TlsRptRecord;
import farol.domain.shared.DomainName;
import farol.settings.Settings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportAddressesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final MonitoredDomain DOMAIN =
      MonitoredDomain.claim(
          new Account("ann", NOW), 1, DomainName.parse("example.com"), Seals.SEAL, NOW);

  private static final String TOKEN = DOMAIN.collector().token(Seals.SEAL).value();
  private static final String COLLECTOR = "https://farol.example/tls-rpt/ingest/" + TOKEN;

  @Test
  void recordNamesTheCollectorAloneWhereNoMailboxIsRead() {
    ReportAddresses addresses = addresses("");

    assertThat(addresses.tlsRpt(DOMAIN))
        .isEqualTo(DnsRecord.txt("_smtp._tls.example.com", "v=TLSRPTv1; rua=" + COLLECTOR));
    assertThat(addresses.mailbox(DOMAIN)).isEmpty();
    assertThat(addresses.isMailRead()).isFalse();
  }

  @Test
  void recordNamesTheMailboxBehindTheCollector() {
    ReportAddresses addresses = addresses("tlsrpt@farol.example");

    assertThat(addresses.tlsRpt(DOMAIN).value())
        .isEqualTo("v=TLSRPTv1; rua=" + COLLECTOR + ",mailto:tlsrpt@farol.example");
    assertThat(addresses.of(DOMAIN))
        .containsExactly(URI.create(COLLECTOR), URI.create("mailto:tlsrpt@farol.example"));
    assertThat(addresses.isMailRead()).isTrue();
  }

  @Test
  void mailboxHasTheTokenOfTheDomainWhereItIsAskedFor() {
    assertThat(addresses("tlsrpt+{token}@farol.example").mailbox(DOMAIN))
        .contains(URI.create("mailto:tlsrpt+" + TOKEN + "@farol.example"));
  }

  /** RFC 8460, section 3: comma, semicolon and exclamation mark; RFC 3986 the others. */
  @ParameterizedTest
  @ValueSource(strings = {"a!b@farol.example", "a%b@farol.example", "a#b?c/d@farol.example"})
  void whatNoUriCanHoldIsEncoded(String mailbox) {
    ReportAddresses addresses = addresses(mailbox);

    assertThat(TlsRptRecord.read(List.of(addresses.tlsRpt(DOMAIN).value())).record())
        .hasValueSatisfying(record -> assertThat(record.rua()).isEqualTo(addresses.of(DOMAIN)));
    assertThat(addresses.mailbox(DOMAIN).orElseThrow().getSchemeSpecificPart()).isEqualTo(mailbox);
  }

  private static ReportAddresses addresses(String mailbox) {
    ReportAddresses addresses = new ReportAddresses();
    addresses.seal = Seals.SEAL;
    addresses.settings =
        Settings.of(
            Map.of("FAROL_PUBLIC_URL", "https://farol.example/", "FAROL_MAIL_ADDRESS", mailbox));
    return addresses;
  }
}

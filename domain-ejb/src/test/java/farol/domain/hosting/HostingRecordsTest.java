package farol.domain.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.DnsRecord;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.shared.DomainName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostingRecordsTest {
  @Test
  void tellsSendersOfTheVersion() {
    assertThat(records("https://farol.example.net").id())
        .isEqualTo(new DnsRecord("_mta-sts.example.com", "TXT", "v=STSv1; id=20261124"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://farol.example.net, CNAME, farol.example.net.",
    "https://farol.example.net:8443, CNAME, farol.example.net.",
    "https://192.0.2.1:8443, A, 192.0.2.1",
    "https://[2001:db8::1]:8443, AAAA, 2001:db8::1"
  })
  void leadsThemToThePublicListener(String url, String type, String value) {
    assertThat(records(url).host()).isEqualTo(new DnsRecord("mta-sts.example.com", type, value));
  }

  private static HostingRecords records(String url) {
    MtaStsPolicy none = new MtaStsPolicy(Mode.NONE, Duration.ZERO, List.of());
    HostedPolicy policy = new HostedPolicy(1, "20261124", none, Instant.EPOCH);
    return HostingRecords.of(DomainName.parse("example.com"), policy, URI.create(url));
  }
}

package farol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.LookupOutcome.Absent;
import farol.domain.lookup.LookupOutcome.Found;
import farol.domain.lookup.LookupOutcome.TemporaryFailure;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.RecordLookup;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that drive a {@link TestDnsServer} by hand. */
class TestZoneTest {
  private final TestDnsServer server = TestDnsServer.start();
  private final RecordLookup lookup = new DnsjavaLookup(DnsServers.parse(server.setting()));

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void addsRecords() {
    assertThat(server.zone().run("txt _smtp._tls.example.com v=TLSRPTv1; rua=mailto:a@b.example"))
        .isEqualTo("ok");
    server.zone().run("txt _smtp._tls.example.com second");
    server.zone().run("mx example.com 10 mx.example.com");
    server.zone().run("cname alias.example.com _smtp._tls.example.com");

    assertThat(txt("alias.example.com"))
        .isEqualTo(new Found<>(List.of("second", "v=TLSRPTv1; rua=mailto:a@b.example")));
    assertThat(
            lookup
                .mx(DomainName.parse("example.com"))
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join())
        .isEqualTo(new Found<>(List.of(new MailExchanger(10, "mx.example.com"))));
  }

  @Test
  void breaksAndForgetsAName() {
    server.zone().run("servfail example.com");
    assertThat(txt("example.com")).isInstanceOf(TemporaryFailure.class);

    server.zone().run("remove example.com");
    assertThat(txt("example.com")).isInstanceOf(Absent.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "txt", "txt name", "mx name ten host", "mx name 10"})
  void saysWhatItDoesNotUnderstand(String line) {
    assertThat(server.zone().run(line)).isNotEqualTo("ok").isNotBlank();
  }

  private LookupOutcome<String> txt(String name) {
    return lookup
        .txt(new OwnerName(name))
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }
}

package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.LookupOutcome;
import farol.web.kit.Texts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingTest {
  private static final URI COLLECTOR = URI.create("https://farol.example/tls-rpt/ingest/token");
  private static final URI MAILBOX = URI.create("mailto:tlsrpt@farol.example");

  @ParameterizedTest
  @CsvSource({
    "'https://farol.example/tls-rpt/ingest/token,mailto:tlsrpt@farol.example', true",
    "'https://farol.example/tls-rpt/ingest/token', true",
    "'mailto:a@else.example, mailto:tlsrpt@farol.example', true",
    "'mailto:a@else.example', false"
  })
  void recordIsOursByEitherOfOurAddresses(String rua, boolean seen) {
    Sighting sighting =
        Sighting.of(
            new LookupOutcome.Found<>(List.of("v=TLSRPTv1; rua=" + rua)),
            List.of(COLLECTOR, MAILBOX),
            new Texts(Locale.ENGLISH));

    assertThat(sighting.isSeen()).isEqualTo(seen);
  }
}

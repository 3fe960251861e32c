package farol.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpProbeProducerTest {
  @ParameterizedTest
  @CsvSource({
    "https://tlsrpt.example.com:8443/farol, tlsrpt.example.com",
    "https://localhost:8443, localhost",
    "https://192.0.2.1, [192.0.2.1]",
    "https://[2001:db8::1]:8443, [IPv6:2001:db8::1]"
  })
  void introducesItselfByTheHostOfThePublicUrl(URI url, String name) {
    assertThat(SmtpProbeProducer.ownName(url)).isEqualTo(name);
  }
}

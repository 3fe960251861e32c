package farol.tools.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.shared.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposedRecordTest {
  private static final DomainName DOMAIN = DomainName.parse("example.com");

  @Test
  void isReadyToPublish() throws InvalidAddressesException {
    ComposedRecord record =
        ComposedRecord.of(DOMAIN, List.of("tls@example.com", "https://rpt.example.net/a"));

    String value = "v=TLSRPTv1; rua=mailto:tls@example.com,https://rpt.example.net/a";
    assertThat(record.name()).isEqualTo("_smtp._tls.example.com");
    assertThat(record.host()).isEqualTo("_smtp._tls");
    assertThat(record.value()).isEqualTo(value);
    assertThat(record.zoneLine())
        .isEqualTo("_smtp._tls.example.com. 3600 IN TXT \"" + value + "\"");
  }

  @Test
  void saysWhichAddressCanBeNone() {
    assertThatThrownBy(() -> ComposedRecord.of(DOMAIN, List.of("ftp://example.com/")))
        .isInstanceOfSatisfying(
            InvalidAddressesException.class,
            refused ->
                assertThat(refused.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo("INVALID_URI")));
  }
}

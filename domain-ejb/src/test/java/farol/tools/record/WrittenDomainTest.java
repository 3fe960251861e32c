package farol.tools.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDomainTest {
  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    "' Example.COM. ', example.com",
    "bücher.example, xn--bcher-kva.example"
  })
  void isReadInAnySpelling(String text, String domain) {
    assertThat(WrittenDomain.parse(text)).isEqualTo(DomainName.parse(domain));
  }

  @Test
  void leavesRoomForTheRecordsThatAreLookedFor() {
    String labels = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + ".";

    assertThat(WrittenDomain.parse(labels + "d".repeat(59)).value()).hasSize(242);
    assertThatThrownBy(() -> WrittenDomain.parse(labels + "d".repeat(60)))
        .isInstanceOf(InvalidDomainNameException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/path?a=b@c",
        "http://user:password@example.com:8080",
        "example.com/path",
        "example.com:443",
        "postmaster@example.com",
        "mailto:tls@example.com?subject=x",
        "Post Master <postmaster@Example.com.>",
        "_smtp._tls.example.com",
        "_25._tcp.example.com.",
        "*.example.com",
        "https://example.com/@user"
      })
  void isFoundInAnAddressOrTheNameOfARecord(String text) {
    assertThatThrownBy(() -> WrittenDomain.parse(text))
        .isInstanceOf(InvalidDomainNameException.class);
    assertThat(WrittenDomain.within(text)).contains(DomainName.parse("example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example",
        "a b",
        "192.0.2.1",
        "https://192.0.2.1/",
        "https://[::1]/",
        "@",
        "_tls"
      })
  void isNotFoundWhereThereIsNone(String text) {
    assertThat(WrittenDomain.within(text)).isEmpty();
  }

  @Test
  void isNotLookedForInAnythingEndless() {
    assertThat(WrittenDomain.within("a@".repeat(1000) + "example.com")).isEmpty();
  }
}

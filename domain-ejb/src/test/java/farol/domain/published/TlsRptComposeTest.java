package farol.domain.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records made of what people write. */
class TlsRptComposeTest {
  @Test
  void putsAllAddressesIntoOneRecord() {
    RecordReading<TlsRptRecord> composed =
        TlsRptRecord.compose(List.of("https://rpt.example.net/r", "tls@example.com"));

    assertThat(composed.findings()).extracting(Finding::code).containsExactly("VALID");
    assertThat(composed.record().orElseThrow().text())
        .isEqualTo("v=TLSRPTv1; rua=https://rpt.example.net/r,mailto:tls@example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "tls@example.com mailto:tls@example.com",
        "tls+rpt@Example.com mailto:tls+rpt@Example.com",
        "postmaster@bücher.example mailto:postmaster@xn--bcher-kva.example",
        "mailto:postmaster@bücher.example mailto:postmaster@xn--bcher-kva.example",
        "réports@example.com mailto:r%C3%A9ports@example.com",
        "a!b@example.com mailto:a%21b@example.com",
        "50%25@example.com mailto:50%2525@example.com",
        "a?b&c=d/e#f@example.com mailto:a%3Fb%26c%3Dd%2Fe%23f@example.com",
        "mailto:a%2Bb@example.com mailto:a%2Bb@example.com",
        "mailto:a@example.com?subject=x;y mailto:a@example.com?subject=x%3By",
        "MAILTO:a@example.com MAILTO:a@example.com",
        "https://h.example/a,b;c!d https://h.example/a%2Cb%3Bc%21d",
        "https://h.example/é?x=ü https://h.example/%C3%A9?x=%C3%BC",
        "https://h.example/100% https://h.example/100%25",
        "https://h.example/%zz%20 https://h.example/%25zz%20",
        "https://bücher.example:8443/r https://xn--bcher-kva.example:8443/r",
        "https://[2001:db8::1]/r https://[2001:db8::1]/r",
        "https://h.example/\"<>|\\^` https://h.example/%22%3C%3E%7C%5C%5E%60"
      })
  void encodesWhatHasToBe(String written, String address) {
    assertThat(addresses(written)).containsExactly(URI.create(address));
  }

  @Test
  void takesBlanksAroundAnAddressForNothing() {
    assertThat(addresses(" \ttls@example.com\n"))
        .containsExactly(URI.create("mailto:tls@example.com"));
    assertThat(addresses("https://h.example/a b"))
        .containsExactly(URI.create("https://h.example/a%20b"));
  }

  @Test
  void takesEachAddressOnce() {
    assertThat(addresses("a@example.com", "b@example.com", "mailto:a@example.com"))
        .containsExactly(URI.create("mailto:a@example.com"), URI.create("mailto:b@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "tls",
        "@example.com",
        "tls@",
        "tls@localhost",
        "tls@192.0.2.1",
        "tls@b\u00fc cher.example",
        "a@b@example.com",
        "a b@example.com",
        "a,b@example.com",
        "\"a\"@example.com",
        "tls@example.com,tls@example.net",
        "mailto:a@example.com!10m",
        "http://h.example/",
        "ftp://h.example/",
        "javascript:alert(1)",
        "x:tls@example.com",
        "https://",
        "https://a,b/",
        "https://\u00fc\u00fc..example/",
        "https://h.example/[x]"
      })
  void refusesWhatIsNoAddress(String written) {
    RecordReading<TlsRptRecord> composed =
        TlsRptRecord.compose(List.of("tls@example.com", written));

    assertThat(composed.record()).isEmpty();
    assertThat(composed.findings()).extracting(Finding::code).containsExactly("INVALID_URI");
  }

  @Test
  void saysOfEachAddressWhatIsWrong() {
    assertThat(
            TlsRptRecord.compose(List.of("x", "http://h.example/", "tls@example.com")).findings())
        .extracting(Finding::message)
        .satisfiesExactly(
            first -> assertThat(first).endsWith("got x"),
            second -> assertThat(second).contains("never by http"));
  }

  @Test
  void needsAnAddress() {
    assertThat(TlsRptRecord.compose(List.of()).verdict()).isEqualTo("INVALID_NO_RUA");
  }

  @Test
  void endsBeforeARecordBecomesTooLarge() {
    List<String> many =
        Stream.iterate(0, i -> i + 1).limit(200).map(i -> i + "@long-name.example").toList();

    assertThat(TlsRptRecord.compose(Collections.nCopies(9_999, "tls@example.com")).verdict())
        .isEqualTo("VALID");
    assertThat(TlsRptRecord.compose(many).verdict()).isEqualTo("INVALID_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:a,b@example.com", "https://h.example/;", "https://h.example/!"})
  void recordRefusesAddressesThatWouldFallApart(String address) {
    assertThatThrownBy(() -> new TlsRptRecord(List.of(URI.create(address))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<URI> addresses(String... written) {
    return TlsRptRecord.compose(List.of(written)).record().orElseThrow().rua();
  }
}

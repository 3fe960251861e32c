package farol.domain.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import farol.domain.published.Finding.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsRptRecordTest {
  @Test
  void keepsAddressesInOrder() {
    assertThat(
            addresses(
                "v=TLSRPTv1;rua=https://b.example/r?x=1 , mailto:z@a.example\t,MAILTO:a@c.example;"))
        .containsExactly(
            URI.create("https://b.example/r?x=1"),
            URI.create("mailto:z@a.example"),
            URI.create("MAILTO:a@c.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", " ;", "; ", "\t;\t "})
  void mayEndInASemicolon(String end) {
    assertThat(TlsRptRecord.read(List.of("v=TLSRPTv1; rua=mailto:a@a.example" + end)).findings())
        .extracting(Finding::code)
        .containsExactly("VALID");
  }

  @Test
  void saysOnceWhichFieldsAreIgnored() {
    RecordReading<TlsRptRecord> reading =
        TlsRptRecord.read(List.of("v=TLSRPTv1; a=1; rua=mailto:a@a.example; b=2; c; d"));

    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactly("VALID", "FIELD_WITHOUT_VALUE", "UNKNOWN_FIELD");
    assertThat(reading.findings().get(1).message()).endsWith("c, d");
    assertThat(reading.findings().get(2).message()).endsWith("a, b");
  }

  @Test
  void addressesOfSeveralFieldsAreAllKept() {
    assertThat(addresses("v=TLSRPTv1;rua=mailto:b@a.example;x=y;rua=mailto:a@a.example"))
        .containsExactly(URI.create("mailto:b@a.example"), URI.create("mailto:a@a.example"));
  }

  @Test
  void saysWhereReportsGo() {
    assertThat(
            TlsRptRecord.read(List.of("v=TLSRPTv1;rua=mailto:a@a.example,https://b.example/"))
                .findings()
                .get(0)
                .message())
        .isEqualTo("senders report to mailto:a@a.example, https://b.example/");
  }

  @Test
  void nothingPublishedIsNone() {
    assertThat(TlsRptRecord.read(List.of()).verdict()).isEqualTo("NONE");
  }

  @Test
  void severalOtherRecordsAreNone() {
    RecordReading<TlsRptRecord> reading =
        TlsRptRecord.read(List.of("v=spf1 -all", "V=TLSRPTv1;rua=mailto:a@b.c"));

    assertThat(reading.verdict()).isEqualTo("NONE");
    assertThat(reading.findings().get(0).message()).contains("v=spf1 -all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf1 -all",
        "v=TLSRPTv1",
        "v=TLSRPTv1 ;rua=mailto:b@b.example",
        " v=TLSRPTv1;rua=mailto:b@b.example",
        "v=tlsrptv1;rua=mailto:b@b.example"
      })
  void recordThatDoesNotBeginWithTheVersionIsDiscardedBesideAnother(String other) {
    RecordReading<TlsRptRecord> reading =
        TlsRptRecord.read(List.of(other, "v=TLSRPTv1;rua=mailto:a@a.example"));

    assertThat(reading.record())
        .contains(new TlsRptRecord(List.of(URI.create("mailto:a@a.example"))));
    assertThat(reading.findings())
        .extracting(Finding::code)
        .containsExactly("VALID", "OTHER_RECORDS_IGNORED");
  }

  @Test
  void brokenRecordStillCountsWhenThereAreTwo() {
    assertThat(
            TlsRptRecord.read(List.of("v=TLSRPTv1;rua=", "v=TLSRPTv1;rua=mailto:a@a.example"))
                .verdict())
        .isEqualTo("INVALID_MULTIPLE");
  }

  @Test
  void emptyRecordBesideAValidOneDoesNotMatter() {
    assertThat(TlsRptRecord.read(List.of("", "v=TLSRPTv1;rua=mailto:a@a.example")).record())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.example",
        "https://h.example:8443/a/b?c=d&e=f#g",
        "https://[2001:db8::1]/r",
        "https://user@h.example/",
        "https://under_score.example/r",
        "HTTPS://H.example/",
        "mailto:a.b+c@a.example",
        "mailto:a%2Bb@a.example?subject=x",
        "mailto:r%C3%A9ports@xn--bcher-kva.example"
      })
  void acceptsAddresses(String address) {
    assertThat(addresses("v=TLSRPTv1; rua=" + address)).containsExactly(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mailto:",
        "mailto:a",
        "mailto:@a.example",
        "mailto:a@",
        "mailto:a@localhost",
        "mailto:a@b@a.example",
        "mailto:a@192.0.2.1",
        "mailto:a..b@a.example",
        "mailto:.a@a.example",
        "mailto:a%20b@a.example",
        "mailto:a%2Cb@a.example",
        "mailto:%22@a.example",
        "mailto:a%0D%0Ab@a.example",
        "mailto://a@a.example",
        "mailto:?to=a@a.example",
        "mailto:a@a.example!10m",
        "https:",
        "https://",
        "https:///path",
        "https://:443/",
        "https:h.example",
        "https://h.example/a b",
        "https://h.example/é",
        "https://h.example/%zz",
        "https://h.example/\ufffd",
        "https://h.example/?a[b",
        "https://h.example/?a]b",
        "https://h.example/a!b",
        "https://h.example/a\u2026",
        "http://h.example/",
        "ftp://h.example/",
        "javascript:alert(1)",
        "a@a.example",
        "//h.example/",
        "mailto:a@a.example,"
      })
  void refusesAddresses(String address) {
    assertThat(TlsRptRecord.read(List.of("v=TLSRPTv1; rua=" + address)).verdict())
        .isEqualTo("INVALID_URI");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=TLSRPTv1; rua= mailto:a@a.example",
        "v=TLSRPTv1;; rua=mailto:a@a.example",
        "v=TLSRPTv1; ; rua=mailto:a@a.example",
        "v=TLSRPTv1; rua=mailto:a@a.example; x = y",
        "v=TLSRPTv1; rua=mailto:a@a.example; _x=y",
        "v=TLSRPTv1; rua=mailto:a@a.example; x=é",
        "v=TLSRPTv1; RUA=mailto:a@a.example",
        "v=TLSRPTv1; rua",
        "v=TLSRPTv1\u00a0; rua=mailto:a@a.example",
        "\ufeffv=TLSRPTv1; rua=mailto:a@a.example"
      })
  void refusesRecords(String record) {
    RecordReading<TlsRptRecord> reading = TlsRptRecord.read(List.of(record));

    assertThat(reading.record()).isEmpty();
    assertThat(reading.findings().get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(reading.findings().get(0).fix()).isNotBlank();
  }

  @Test
  void extensionNamesHaveUpToThirtyTwoCharacters() {
    String longest = "a".repeat(32);

    assertThat(addresses("v=TLSRPTv1; rua=mailto:a@a.example; " + longest + "=!~")).hasSize(1);
    assertThat(
            TlsRptRecord.read(List.of("v=TLSRPTv1; rua=mailto:a@a.example; a" + longest + "=1"))
                .verdict())
        .isEqualTo("INVALID_SYNTAX");
  }

  static Stream<String> hugeRecords() {
    return Stream.of(
        "v=TLSRPTv1; rua=mailto:a@a.example" + " ".repeat(300_000) + "x",
        "v=TLSRPTv1; rua=mailto:" + "a.".repeat(150_000) + "a..@a.example",
        "v=TLSRPTv1; rua=https://" + "a.".repeat(150_000) + "@@",
        "v=TLSRPTv1; rua=" + "mailto:a@a.example,".repeat(20_000),
        "v=TLSRPTv1" + ";x=y".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("hugeRecords")
  void readsAHugeRecordQuickly(String record) {
    RecordReading<TlsRptRecord> reading =
        assertTimeout(Duration.ofSeconds(3), () -> TlsRptRecord.read(List.of(record)));

    assertThat(reading.record()).isEmpty();
  }

  private static List<URI> addresses(String record) {
    return TlsRptRecord.read(List.of(record)).record().orElseThrow().rua();
  }
}

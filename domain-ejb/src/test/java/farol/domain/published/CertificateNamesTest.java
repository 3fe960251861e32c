package farol.domain.published;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNamesTest {
  private static final DomainName HOST = DomainName.parse("mx.example.com");

  @ParameterizedTest
  @CsvSource({
    "mx.example.com,    true",
    "MX.Example.COM,    true",
    "*.example.com,     true",
    "*.EXAMPLE.com,     true",
    "example.com,       false",
    "*.com,             false",
    "*.mx.example.com,  false",
    "mx.*.com,          false",
    "mx*.example.com,   false",
    "*x.example.com,    false",
    "m*x.example.com,   false",
    "*.*.com,           false",
    "*,                 false",
    "mx.example.com.,   false",
    "'mx.example.com ', false",
    "'',                false",
  })
  void wildcardIsTheWholeLeftmostLabel(String name, boolean included) {
    assertThat(new CertificateNames(List.of("a.example", name), List.of()).include(HOST))
        .isEqualTo(included);
  }

  @Test
  void nameInUnicodeIsItsALabels() {
    CertificateNames names = new CertificateNames(List.of("xn--bcher-kva.example"), List.of());

    assertThat(names.include(DomainName.parse("bücher.example"))).isTrue();
  }

  @Test
  void commonNameCountsWithoutAlternativeNamesOnly() {
    List<String> common = List.of("*.example.com");

    assertThat(new CertificateNames(List.of(), common).includeAsCommonName(HOST)).isTrue();
    assertThat(new CertificateNames(List.of(), common).include(HOST)).isFalse();
    assertThat(new CertificateNames(List.of("a.example"), common).includeAsCommonName(HOST))
        .isFalse();
    assertThat(new CertificateNames(List.of(), List.of("a.example")).includeAsCommonName(HOST))
        .isFalse();
  }

  @Test
  void areReadFromACertificate() {
    CertificateNames names =
        CertificateNames.of(CertificateOrder.forServer("b.example", "*.a.example").selfSigned());
    CertificateNames common =
        CertificateNames.of(
            CertificateOrder.forSubject("C=BR, CN=\"mx, example\", CN=mx.example.com")
                .selfSigned());

    assertThat(names)
        .isEqualTo(new CertificateNames(List.of("b.example", "*.a.example"), List.of("server")));
    assertThat(common.dnsNames()).isEmpty();
    assertThat(common.commonNames()).containsExactlyInAnyOrder("mx, example", "mx.example.com");
  }
}

package farol.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationalDomainTest {
  @ParameterizedTest
  @CsvSource({
    "example.com, example.com, true",
    "a.example.com, b.example.com, true",
    "a.b.example.com, example.com, true",
    "example.com, example.org, false",
    "notexample.com, example.com, false",
    "a.co.uk, b.co.uk, false",
    "a.co.uk, co.uk, false",
    "a.kobe.jp, b.kobe.jp, false",
    "co.uk, co.uk, true",
    "alice.github.io, bob.github.io, false",
    "alice.github.io, github.io, false",
    "mail.alice.github.io, alice.github.io, true",
    "a.corp.intranet, b.corp.intranet, true",
    "a.intranet, b.intranet, false",
    "xn--bcher-kva.example, mail.b\u00fccher.example, true",
  })
  void tellsWhichNamesAreOfOneOrganisation(String one, String other, boolean shared) {
    assertThat(OrganizationalDomain.isShared(new DomainName(one), new DomainName(other)))
        .isEqualTo(shared);
    assertThat(OrganizationalDomain.isShared(new DomainName(other), new DomainName(one)))
        .isEqualTo(shared);
  }
}

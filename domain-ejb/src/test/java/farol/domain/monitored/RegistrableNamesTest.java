package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrableNamesTest {
  private static final String LABELS_OF_191 =
      String.join(".", "a".repeat(63), "a".repeat(63), "a".repeat(63));

  private final RegistrableNames names = new RegistrableNames();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "co.uk",
        "CO.UK",
        "com.br",
        "gov.uk",
        "公司.cn",
        "xn--55qx5d.cn",
        "foo.ck",
        "k12.ca.us"
      })
  void objectsToPublicSuffixes(String suffix) {
    assertThat(names.objectionTo(DomainName.parse(suffix)))
        .hasValueSatisfying(text -> assertThat(text).contains("must lie below a public suffix"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "mail.example.com",
        "example.co.uk",
        "example.com.br",
        "farol.example",
        "a.farol.test",
        "mail.corp",
        "www.ck",
        "example.foo.ck",
        "github.io",
        "farol.github.io",
        "example.公司.cn"
      })
  void allowsNamesBelowThem(String name) {
    assertThat(names.objectionTo(DomainName.parse(name))).isEmpty();
  }

  @Test
  void allowsTheLongestNameThatCanCarryTheOwnershipRecord() {
    DomainName longest = DomainName.parse(LABELS_OF_191 + "." + "b".repeat(42) + ".com");

    assertThat(names.objectionTo(longest)).isEmpty();
    assertThat(Ownership.recordName(longest).value()).hasSize(253);
  }

  @Test
  void objectsToANameTooLongForTheOwnershipRecord() {
    DomainName tooLong = DomainName.parse(LABELS_OF_191 + "." + "b".repeat(43) + ".com");

    assertThat(names.objectionTo(tooLong))
        .contains("a monitored domain must have at most 238 characters, got 239");
  }
}

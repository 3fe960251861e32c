package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.lookup.HostileTxt;
import farol.domain.shared.DomainName;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnershipTest {
  private static final String TOKEN = "3q2-7wAbC";

  @Test
  void namesTheRecordToPublish() {
    assertThat(Ownership.recordName(DomainName.parse("example.com")).value())
        .isEqualTo("_tlsrpt-verify.example.com");
    assertThat(Ownership.recordValue(TOKEN)).isEqualTo("tlsrpt-verify=3q2-7wAbC");
  }

  @Test
  void isProvenByTheExactValueAmongOthers() {
    assertThat(
            Ownership.isProven(
                List.of("v=spf1 -all", "tlsrpt-verify=old", "tlsrpt-verify=3q2-7wAbC"), TOKEN))
        .isTrue();
  }

  @Test
  void isNotProvenByATokenInsideOtherText() throws IOException {
    List<String> reflected = HostileTxt.read("t23_verify_substring.txt");

    assertThat(reflected).containsExactly("xx tlsrpt-verify=TOKEN yy");
    assertThat(Ownership.isProven(reflected, "TOKEN")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tlsrpt-verify=3q2-7wAbC ",
        " tlsrpt-verify=3q2-7wAbC",
        "tlsrpt-verify=3q2-7wAbCd",
        "tlsrpt-verify=3q2-7wabc",
        "TLSRPT-VERIFY=3q2-7wAbC",
        "tlsrpt-verify=",
        "\"tlsrpt-verify=3q2-7wAbC\"",
        "3q2-7wAbC",
        ""
      })
  void isNotProvenByAnythingElse(String value) {
    assertThat(Ownership.isProven(List.of(value), TOKEN)).isFalse();
  }

  @Test
  void isNotProvenWithoutRecords() {
    assertThat(Ownership.isProven(List.of(), TOKEN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void refusesABlankTokenThatAnEmptyRecordWouldProve(String token) {
    assertThatThrownBy(() -> Ownership.isProven(List.of("tlsrpt-verify=" + token), token))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

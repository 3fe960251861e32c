package farol.domain.published;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.SmtpFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingCodeTest {
  @ParameterizedTest
  @EnumSource(SmtpFailure.class)
  void namesEachFailureOfAMailServer(SmtpFailure failure) {
    assertThat(FindingCode.values()).extracting(FindingCode::name).contains(failure.name());
  }
}

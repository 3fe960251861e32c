package farol.domain.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsaRecordTest {
  @Test
  void writesItselfAsAZoneFileDoes() {
    assertThat(new TlsaRecord(3, 1, 1, "0A1B")).hasToString("3 1 1 0a1b");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 256})
  void refusesFieldsThatDnsCannotHold(int value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TlsaRecord(value, 1, 1, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new TlsaRecord(3, value, 1, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new TlsaRecord(3, 1, value, ""));
  }
}

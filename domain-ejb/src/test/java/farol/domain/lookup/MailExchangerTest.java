package farol.domain.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.shared.DomainName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailExchangerTest {
  @Test
  void hasAHostInOneSpelling() {
    assertThat(new MailExchanger(10, "MX1.Example.com.").host())
        .contains(DomainName.parse("mx1.example.com"));
  }

  @Test
  void rootIsTheNullMx() {
    MailExchanger exchanger = new MailExchanger(0, ".");

    assertThat(exchanger.isNull()).isTrue();
    assertThat(exchanger.host()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "localhost", "_dc-mx.1.example.com", "a\\032b.example.com"})
  void keepsATargetThatIsNoHostName(String target) {
    MailExchanger exchanger = new MailExchanger(10, target);

    assertThat(exchanger.target()).isEqualTo(target);
    assertThat(exchanger.host()).isEmpty();
    assertThat(exchanger.isNull()).isFalse();
  }

  @Test
  void sortsByPreferenceThenTarget() {
    MailExchanger first = new MailExchanger(9, "z.example");
    MailExchanger second = new MailExchanger(10, "a.example");
    MailExchanger third = new MailExchanger(10, "b.example");

    assertThat(Stream.of(third, second, first).sorted()).containsExactly(first, second, third);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void refusesAPreferenceThatDnsCannotHold(int preference) {
    assertThatThrownBy(() -> new MailExchanger(preference, "mx.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(preference));
  }
}

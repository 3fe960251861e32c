package farol.domain.monitored;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSealTest {
  private static final CollectorToken TOKEN = CollectorToken.random();
  private static final CollectorToken OTHER = CollectorToken.random();

  /** By another implementation of AES-256-GCM. */
  private static final String EARLIER =
      "01000102030405060708090a0bdac4f6424598611197008ca84d07a7d3df"
          + "b4187e80e7327808b008b193b40987a66dfd93086b8245a0c177430e5261f2";

  @Test
  void givesBackWhatItSealed() {
    byte[] sealed = Seals.SEAL.seal(TOKEN);

    assertThat(new String(sealed, ISO_8859_1)).doesNotContain(TOKEN.value());
    assertThat(Seals.SEAL.open(sealed, TOKEN.hash())).isEqualTo(TOKEN);
  }

  @Test
  void sealsTheSameTokenOtherwiseEachTime() {
    assertThat(Seals.SEAL.seal(TOKEN)).isNotEqualTo(Seals.SEAL.seal(TOKEN));
  }

  @Test
  void opensWhatAnEarlierVersionSealed() {
    CollectorToken token = new CollectorToken("abcdefghijklmnopqrstuvwxyz012345");

    assertThat(Seals.SEAL.open(HexFormat.of().parseHex(EARLIER), token.hash())).isEqualTo(token);
  }

  @Test
  void opensNothingThatHasAnotherKey() {
    byte[] sealed = Seals.withKeyOf(2).seal(TOKEN);

    assertBroken(sealed, TOKEN.hash());
  }

  @Test
  void opensNothingThatIsAnothers() {
    assertBroken(Seals.SEAL.seal(OTHER), TOKEN.hash());
  }

  @Test
  void opensNothingOfWhichAByteWasChanged() {
    byte[] sealed = Seals.SEAL.seal(TOKEN);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertBroken(changed, TOKEN.hash());
    }
  }

  @Test
  void opensNothingThatWasCut() {
    byte[] sealed = Seals.SEAL.seal(TOKEN);
    for (int length = 0; length < sealed.length; length++) {
      assertBroken(Arrays.copyOf(sealed, length), TOKEN.hash());
    }
  }

  @Test
  void tellsKeysApart() {
    assertThat(Seals.SEAL.fingerprint())
        .isEqualTo(Seals.withKeyOf(1).fingerprint())
        .isNotEqualTo(Seals.withKeyOf(2).fingerprint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAECAwQFBgcICQoLDA0ODw==", "no base 64"})
  void isMadeByNoOtherKeys(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenSeal.of(key));
  }

  private static void assertBroken(byte[] sealed, TokenHash hash) {
    assertThatExceptionOfType(BrokenSealException.class)
        .isThrownBy(() -> Seals.SEAL.open(sealed, hash))
        .withMessageContaining(hash.toString());
  }
}

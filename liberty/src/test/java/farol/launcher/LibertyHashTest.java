package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.user.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibertyHashTest {
  /** What {@code securityUtility encode --encoding=hash} of Liberty 26.0.0.5 has written. */
  static final String LIBERTYS =
      "{hash}ARAAAAAUUEJLREYyV2l0aEhtYWNTSEE1MTIwAAAAIHKeEEI6ldgh1FHIssJhmtx69z"
          + "PTuukEEs4o0pjOWkV/QAAAACDNC3fbb4WeqxKgvv6lTQtX2nQjbRERDbIvCzm0NIHznA==";

  /** With all fields, as its other options would write them; computed by Python's hashlib. */
  private static final String WHOLE =
      "{hash}ARAAAAAUUEJLREYyV2l0aEhtYWNTSEE1MTIgAABOIFAAAAIAMAAAACAAAQIDBAUGBw"
          + "gJCgsMDQ4PEBESExQVFhcYGRobHB0eH0AAAABAeNqVafgIdK+xQ0/jKu5m+taVTdfpwZ+z0e"
          + "fCyhOyHwRJKnVNG1QfJ2QhExvnRZ4UrkF4GQJ8ys2BNcKpSiaCVQ==";

  private static final String BY_ANOTHER_ALGORITHM =
      "{hash}ARAAAAASUEJLREYyV2l0aEhtYWNTSEExMAAAACAAAQIDBAUGBwgJCgsMDQ4PEBESEx"
          + "QVFhcYGRobHB0eH0AAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  private static final String WITH_A_SHORT_KEY =
      "{hash}ARAAAAAUUEJLREYyV2l0aEhtYWNTSEE1MTIwAAAAIAABAgMEBQYHCAkKCwwNDg8QER"
          + "ITFBUWFxgZGhscHR4fQAAAAAUAAAAAAA==";
  private static final String CUT_OFF =
      "{hash}ARAAAAAUUEJLREYyV2l0aEhtYWNTSEE1MTIwAAAAIHKeEEI6ldgh1FHIssJhmtx69z" + "PTuukEEs4o0pjO";

  @ParameterizedTest
  @ValueSource(strings = {LIBERTYS, WHOLE})
  void isTheSamePasswords(String text) {
    PasswordHash hash = LibertyHash.read(text).orElseThrow();

    assertThat(hash.matches("correct horse battery")).isTrue();
    assertThat(hash.matches("correct horse")).isFalse();
  }

  @Test
  void hasLibertysRoundsWhereItSaysNone() {
    assertThat(LibertyHash.read(LIBERTYS).orElseThrow().text()).contains("$6384$");
    assertThat(LibertyHash.read(WHOLE).orElseThrow().text()).contains("$20000$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{hash}",
        "{hash}AQ==",
        "{hash}no Base64",
        "{hash}AhAAAAAA",
        "{hash}ARD/////",
        "{hash}ARB/////",
        "{hash}AWAAAAAA",
        "{xor}Lz4sLDgwLTs=",
        BY_ANOTHER_ALGORITHM,
        WITH_A_SHORT_KEY,
        CUT_OFF
      })
  void readsNothingElse(String text) {
    assertThat(LibertyHash.read(text)).isEmpty();
  }
}

package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHashTest {
  private static final CollectorToken TOKEN =
      new CollectorToken("abcdefghijklmnopqrstuvwxyz012345");

  /** By {@code printf abcdefghijklmnopqrstuvwxyz012345 | sha256sum}. */
  private static final String SHA_256 =
      "653bb1245e828fcda4fa53fcd5a3def5bd7654e651f54b4132b73d74e64435c4";

  @Test
  void isTheSha256OfTheToken() {
    assertThat(TOKEN.hash().hex()).isEqualTo(SHA_256);
    assertThat(TokenHash.of(TOKEN.hash().bytes())).isEqualTo(TOKEN.hash());
  }

  @Test
  void namesATokenByEightDigitsAndNeverShowsIt() {
    assertThat(TOKEN.hash().fingerprint()).isEqualTo(SHA_256.substring(0, 8));
    assertThat(TOKEN).hasToString("token " + SHA_256.substring(0, 8));
    assertThat(TOKEN.hash()).hasToString("token " + SHA_256.substring(0, 8));
  }

  @Test
  void takesThePlaceOfEveryTokenInTheUrlsOfATextOfOthers() {
    String token = TOKEN.value();
    String hash = "(token-" + SHA_256.substring(0, 8) + ")";

    assertThat(
            CollectorToken.masked(
                "v=TLSRPTv1; rua=https://a/tls-rpt/ingest/%1$s,https://b/tls-rpt/ingest/%1$sX\nother"
                    .formatted(token)))
        .isEqualTo(
            "v=TLSRPTv1; rua=https://a/tls-rpt/ingest/%1$s,https://b/tls-rpt/ingest/%1$sX\nother"
                .formatted(hash));
    assertThat(CollectorToken.masked(CollectorToken.masked("/tls-rpt/ingest/" + token)))
        .isEqualTo("/tls-rpt/ingest/" + hash);
  }

  @Test
  void takesThePlaceOfEveryTokenInTheMailAddressesOfAText() {
    String masked = CollectorToken.masked("mailto:a+%s@b.example".formatted(TOKEN.value()));

    assertThat(masked).isEqualTo("mailto:a+token-" + SHA_256.substring(0, 8) + "@b.example");
    assertThat(CollectorToken.masked(masked)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$1\\",
        "/tls-rpt/ingest/short",
        "https://a/abcdefghijklmnopqrstuvwxyz012345",
        "abcdefghijklmnopqrstuvwxyz012345@a"
      })
  void takesThePlaceOfNothingElse(String text) {
    assertThat(CollectorToken.masked(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abcdefghijklmnopqrstuvwxyz012345", "0x"})
  void isNothingElse(String hex) {
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash(hex));
  }
}

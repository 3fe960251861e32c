package farol.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.diagnosis.Cause;
import farol.web.kit.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolLinkTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource({
    "MX_NOT_IN_POLICY, other.example, tools/mta-sts?domain=other.example",
    "STS_POLICY_FETCH_ERROR, own.example, tools/mta-sts?domain=own.example",
    "STS_WEBPKI_INVALID, other.example, tools/mta-sts?domain=other.example",
    "TLSA_INVALID, own.example, tools/record-check?domain=own.example",
    "DNSSEC_INVALID, other.example, tools/record-check?domain=other.example",
    "CERTIFICATE_EXPIRED, other.example, tools/record-check?domain=other.example",
    "CERTIFICATE_EXPIRED, own.example, domain?name=own.example",
    "STARTTLS_NOT_SUPPORTED, own.example, domain?name=own.example",
    "STARTTLS_NOT_SUPPORTED, other.example, ''"
  })
  void leadsToWhatConfirmsTheCause(Cause cause, String domain, String path) {
    ToolLink link = ToolLink.of(cause, domain, "own.example"::equals, TEXTS);

    assertThat(link.path()).isEqualTo(path);
    assertThat(link.text().isEmpty()).isEqualTo(path.isEmpty());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "\"><script>", "javascript:alert(1)", "a.example&x=y", "192.0.2.1"})
  void leadsNowhereForWhatIsNoDomain(@Nullable String domain) {
    assertThat(ToolLink.of(Cause.MX_NOT_IN_POLICY, domain, any -> true, TEXTS))
        .isEqualTo(ToolLink.NONE);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void leadsFromEveryCauseOfAnOwnDomain(Cause cause) {
    assertThat(ToolLink.of(cause, "own.example", any -> true, TEXTS).path()).isNotEmpty();
  }
}

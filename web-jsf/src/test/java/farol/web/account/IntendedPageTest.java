package farol.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntendedPageTest {
  @ParameterizedTest
  @CsvSource({
    "https://:9443/domains, /domains",
    "https://:9443/, /",
    "https://farol.intranet/domain?name=example.com&days=7, /domain?name=example.com&days=7",
    "/report?id=12, /report?id=12",
    "/failures?mx=*.example.com, /failures?mx=*.example.com",
    "/tools, /tools",
    "https://:9443/tools/report, /tools/report"
  })
  void leadsToThePageThatWasAskedFor(String address, String path) {
    assertThat(IntendedPage.pathOf(address)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/domain, https://farol.intranet/domain?name=example.com, /domain?name=example.com",
    "/domain, https://farol.intranet/domains?days=7, /domain",
    "/domain?name=a.example, https://farol.intranet/domain?name=b.example, /domain?name=a.example",
    "/domain, https://farol.intranet/domain?name=<b>, /domain",
    "/, https://farol.intranet/?days=7, /?days=7",
    "/domain, ,/domain"
  })
  void formLeadsBackToItsPage(String asked, @Nullable String referrer, String page) {
    assertThat(IntendedPage.withParameters(asked, referrer)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://farol.intranet//evil.example",
        "//evil.example",
        "https://farol.intranet/\\evil.example",
        "/domain?name=https://evil.example",
        "javascript:alert(1)",
        "/sign-in",
        "/api/v1/domains",
        "/api/domains",
        "/tools/report/more",
        "/tools/",
        "/domain?name=a%0d%0aSet-Cookie:x",
        ""
      })
  void anythingElseLeadsToTheDashboard(String address) {
    assertThat(IntendedPage.pathOf(address)).isEqualTo("/");
  }
}

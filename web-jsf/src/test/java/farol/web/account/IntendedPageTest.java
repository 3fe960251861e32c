package farol.web.account;

import static org.assertj.core.api.Assertions.assertThat;

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
    "/tools, /tools",
    "https://:9443/tools/report, /tools/report"
  })
  void leadsToThePageThatWasAskedFor(String address, String path) {
    assertThat(IntendedPage.pathOf(address)).isEqualTo(path);
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

package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Many domains at once, each with its own result. */
class AddSeveralIT {
  private Client client;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    client = new Client(RunningFarol.shared());
    browser = Browser.start(RunningFarol.shared());
    browser.signIn("/domains");
    browser.click("#add-several");
  }

  @AfterEach
  void leave() throws Exception {
    browser.close();
    for (var domain : client.get("/api/v1/domains").body().path("items")) {
      String name = domain.path("name").asText();
      if (name.startsWith("several-")) {
        assertThat(client.delete("/api/v1/domains/" + name).status()).isEqualTo(204);
      }
    }
  }

  @Test
  void eachNameHasItsResultAndNoneStopsAnother() {
    browser.type(
        "#names", "several-1.com, Several-2.COM\ncom\n<img/src=x/onerror=alert(1)>\nseveral-1.com");
    browser.press(Keys.TAB);
    browser.press(Keys.ENTER);

    assertThat(browser.awaitText("#added", "2 of 5 added.")).isEqualTo("2 of 5 added.");
    assertThat(browser.focused()).isEqualTo("#added");
    assertThat(results())
        .satisfiesExactly(
            row -> assertThat(row).contains("several-1.com", "Added", "Set up several-1.com"),
            row -> assertThat(row).contains("Several-2.COM", "Added", "Set up several-2.com"),
            row -> assertThat(row).contains("com", "Refused", "is not a domain"),
            row -> assertThat(row).contains("<img/src=x/onerror=alert(1)>", "Refused"),
            row -> assertThat(row).contains("several-1.com", "Already there", "already monitor"));
    assertThat(browser.find("#names").getDomProperty("value")).isEmpty();
    assertThat(browser.all("img[src=x]")).isEmpty();

    browser.click("#results a[href*='several-2.com']");
    assertThat(browser.text("#step-prove")).contains("_tlsrpt-verify.several-2.com");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void saysOfWhichTheAccountCanHaveNoMore() {
    browser.type("#names", names(12));
    browser.click("#add-all");

    browser.awaitText("#added", "of 12 added.");
    assertThat(results())
        .filteredOn(row -> row.contains("Over the limit"))
        .hasSizeBetween(2, 11)
        .last()
        .asString()
        .contains("as many domains as it may have", "several-12.com");
    assertThat(results()).first().asString().contains("several-1.com", "Added");
  }

  @Test
  void keepsInTheFieldWhatIsTooMuchForOnce() {
    browser.type("#names", "several-1.com " + "a ".repeat(99) + "b c");
    browser.click("#add-all");

    browser.awaitText("#added", "1 of 100 added. 2 more are still in the field");
    assertThat(results()).hasSize(100);
    assertThat(browser.find("#names").getDomProperty("value")).isEqualTo("b\nc");
  }

  @Test
  void asksForANameWhereThereIsNone() {
    browser.type("#names", " , ");
    browser.click("#add-all");

    browser.awaitText("#names-message", "Enter the name of a domain.");
    assertThat(browser.all("#added")).isEmpty();
  }

  private List<String> results() {
    return browser.all("#results tbody tr").stream().map(WebElement::getText).toList();
  }

  private static String names(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(each -> "several-" + each + ".com")
        .collect(Collectors.joining("\n"));
  }
}

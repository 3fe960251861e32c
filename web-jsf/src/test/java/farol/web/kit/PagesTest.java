package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
  private final Texts texts = new Texts(Locale.ENGLISH);

  @Test
  void middlePageLinksBothWays() {
    Pages pages = Pages.of("?name=example.com&days=30", 3, 25, 131, texts);

    assertThat(pages.sentence()).isEqualTo("51 to 75 of 131");
    assertThat(pages.previous()).isEqualTo("?name=example.com&days=30&page=2");
    assertThat(pages.next()).isEqualTo("?name=example.com&days=30&page=4");
    assertThat(pages.links()).extracting(Pages.Link::text).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void lastPageEndsWithTheList() {
    Pages pages = Pages.of("?days=30", 6, 25, 131, texts);

    assertThat(pages.sentence()).isEqualTo("126 to 131 of 131");
    assertThat(pages.isLast()).isTrue();
  }

  @Test
  void shortListHasOnePage() {
    assertThat(Pages.of("?days=30", 1, 25, 25, texts).isSeveral()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "0, 1", "-1, 1", "99999999, 1", "x, 1", ", 1"})
  void whatIsNoPageIsTheFirst(String parameter, int number) {
    assertThat(Pages.number(parameter)).isEqualTo(number);
  }

  @Test
  void pageBeyondTheListIsItsLast() {
    assertThat(Pages.number("4", 25, 60)).isEqualTo(3);
    assertThat(Pages.number("3", 25, 60)).isEqualTo(3);
    assertThat(Pages.number("2", 25, 0)).isEqualTo(1);
  }

  @Test
  void addressWithoutParametersTakesThePageAlone() {
    Pages pages = Pages.of("?", 1, 25, 60, texts);

    assertThat(pages.next()).isEqualTo("?page=2");
  }

  @Test
  void linksCanLeadToAPartOfThePage() {
    Pages pages = Pages.of("changes?name=a", 2, 25, 60, texts).to("list");

    assertThat(pages.previous()).isEqualTo("changes?name=a&page=1#list");
    assertThat(pages.next()).isEqualTo("changes?name=a&page=3#list");
    assertThat(pages.links()).extracting(Pages.Link::href).allMatch(href -> href.endsWith("#list"));
    assertThat(Pages.of("changes?name=a", 1, 25, 20, texts).to("list").isLast()).isTrue();
  }
}

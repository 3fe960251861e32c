package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.report.OriginFilter;
import farol.web.kit.Choice;
import farol.web.kit.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OriginChoiceTest {
  @ParameterizedTest
  @EnumSource(OriginFilter.class)
  void readsWhatItWrites(OriginFilter origins) {
    assertThat(OriginChoice.read(OriginChoice.name(origins))).isEqualTo(origins);
  }

  @Test
  void takesAllForWhatNobodyCanChoose() {
    assertThat(OriginChoice.read(null)).isEqualTo(OriginFilter.ANY);
    assertThat(OriginChoice.read("any")).isEqualTo(OriginFilter.ANY);
    assertThat(OriginChoice.read("MAIL")).isEqualTo(OriginFilter.ANY);
  }

  @Test
  void showsWhatIsChosen() {
    assertThat(OriginChoice.choices(OriginFilter.MAIL, new Texts(Locale.ENGLISH)))
        .filteredOn(Choice::chosen)
        .singleElement()
        .isEqualTo(new Choice("mail", "Mail", true));
  }
}

package farol.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import farol.intake.SpoolStatus;
import farol.web.kit.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpoolCardTest {
  @Test
  void saysThatNothingIsUpWhileTheSpoolIsEmpty() {
    SpoolCard card = card(new SpoolStatus(false, 0, 0, 0, true));

    assertThat(card).isEqualTo(new SpoolCard("ok", "Not in use", 0, "0 KiB", "None"));
  }

  @Test
  void saysWhyReportsGoThere() {
    SpoolCard card = card(new SpoolStatus(true, 1_234, 2_000_000, 0, true));

    assertThat(card)
        .isEqualTo(
            new SpoolCard(
                "unprotected", "In use: the database is away", 1_234, "1,954 KiB", "None"));
  }

  @Test
  void saysThatItIsBeingEmptied() {
    assertThat(card(new SpoolStatus(false, 7, 100, 0, true)).state()).isEqualTo("Being emptied");
  }

  @Test
  void warnsThatItTakesNoMore() {
    SpoolCard card = card(new SpoolStatus(true, 7, 100, 0, false));

    assertThat(card.tone()).isEqualTo("refused");
    assertThat(card.state()).startsWith("Takes no more");
  }

  @Test
  void sendsToWhatLiesAside() {
    assertThat(card(new SpoolStatus(false, 0, 0, 1, true)).aside())
        .startsWith("1 report could not be taken in: the reason is")
        .contains("spool/set-aside");
    assertThat(card(new SpoolStatus(false, 0, 0, 12, true)).aside())
        .startsWith("12 reports could not be taken in: the reasons");
  }

  private static SpoolCard card(SpoolStatus status) {
    return SpoolCard.of(status, new Texts(Locale.ENGLISH));
  }
}

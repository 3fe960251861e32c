package farol.web.failures;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DayRange;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureSelectionTest {
  private final FailureSelection selection = new FailureSelection();

  @ParameterizedTest
  @CsvSource({
    "mx, MX",
    "address, SENDING_ADDRESS",
    "type, RESULT_TYPE",
    "'; drop table', CAUSE",
    "MX, CAUSE",
    ", CAUSE"
  })
  void onlyWhatIsAllowedTellsApart(String parameter, FailureTopic topic) {
    selection.getAsked().put("by", parameter);

    assertThat(selection.by()).isEqualTo(topic);
  }

  @Test
  void narrowsByWhatIsThere() {
    selection.getAsked().put("cause", "tlsa-invalid");
    selection.getAsked().put("mx", "mx1.example.com");
    selection.getAsked().put("reporter", "");
    selection.getAsked().put("domain", "other.example");

    assertThat(selection.only())
        .isEqualTo(Map.of(FailureTopic.CAUSE, "tlsa-invalid", FailureTopic.MX, "mx1.example.com"));
  }

  @Test
  void unknownCauseIsNone() {
    selection.getAsked().put("cause", "moon");

    assertThat(selection.only()).isEmpty();
  }

  @Test
  void readsDays() {
    selection.getAsked().put("from", "2026-03-02");
    selection.getAsked().put("to", "2026-03-03");

    assertThat(selection.days())
        .contains(new DayRange(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3)));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-03, 2026-03-02", "2026-03-02,", "x, 2026-03-02", "1926-03-02, 2026-03-02"})
  void daysThatMakeNoSenseAreNone(String from, String to) {
    selection.getAsked().put("from", from);
    selection.getAsked().put("to", to);

    assertThat(selection.days()).isEmpty();
  }
}

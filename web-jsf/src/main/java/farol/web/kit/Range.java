package farol.web.kit;

import farol.domain.diagnosis.ProblemService;
import farol.domain.shared.DayRange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days that a page covers, up to today, as its address says, with links to the other choices.
 *
 * @param days one of the choices
 * @param base a link to these days without what else the page may be told to show
 * @param options links that keep the rest of the address
 */
public record Range(int days, String base, List<Option> options) {
  private static final List<Integer> CHOICES = List.of(7, 14, 30, 90);
  private static final int USUAL = 30;

  /**
   * A link to a number of days.
   *
   * @param current {@code true} as ARIA has it, or {@code false}
   */
  public record Option(String id, String href, String text, String current) {}

  public Range {
    options = List.copyOf(options);
  }

  /**
   * Reads the parameter {@code days}; what is not a choice becomes the usual 30 days.
   *
   * @param kept parameters that lead to the page, encoded, each followed by {@code &}; may be empty
   * @param others more of the address's parameters, in the same form
   */
  public static Range of(@Nullable String parameter, String kept, String others, Texts texts) {
    int days =
        CHOICES.stream()
            .filter(choice -> choice.toString().equals(parameter))
            .findFirst()
            .orElse(USUAL);
    return new Range(
        days,
        "?" + kept + "days=" + days,
        CHOICES.stream()
            .map(
                choice ->
                    new Option(
                        "days-" + choice,
                        "?" + kept + others + "days=" + choice,
                        texts.format("range.days", choice),
                        String.valueOf(choice == days)))
            .toList());
  }

  /** These days, the last of them today in UTC. */
  public DayRange upToToday(Clock clock) {
    return DayRange.endingOn(today(clock), days);
  }

  /** The days in which problems are looked for, whatever a page covers. */
  public static DayRange lately(Clock clock) {
    return ProblemService.lately(clock);
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}

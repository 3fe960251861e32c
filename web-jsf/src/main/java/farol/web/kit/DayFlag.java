package farol.web.kit;

import farol.domain.posture.DomainChange;
import farol.domain.shared.DayRange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A day on which DNS, policies or certificates changed, on the axis of a chart.
 *
 * @param index of the day in the chart, from 0
 * @param href the timeline of the domain that changed; of several, the list of what changed
 * @param text what changed. Partly outside text
 * @param changes at the first ten domains
 * @param others how many domains there are beside these, in words; empty where there are none
 */
public record DayFlag(
    int index,
    LocalDate day,
    String href,
    String text,
    List<DomainChanges> changes,
    String others) {
  private static final int MOST_DOMAINS = 10;

  /** Names the list of all flags on its page. */
  private static final String LIST = "#chart-changes";

  /**
   * What changed at one domain.
   *
   * @param href the domain's timeline
   * @param text what changed. Partly outside text
   */
  public record DomainChanges(String domain, String href, String text) {}

  public DayFlag {
    changes = List.copyOf(changes);
  }

  /** The flags of some days, the first first. */
  public static List<DayFlag> of(List<DomainChange> changes, DayRange days, Texts texts) {
    Map<LocalDate, List<DomainChange>> byDay =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    change -> LocalDate.ofInstant(change.at(), ZoneOffset.UTC),
                    TreeMap::new,
                    Collectors.toList()));
    return byDay.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), days, texts))
        .toList();
  }

  private static DayFlag of(LocalDate day, List<DomainChange> changes, DayRange days, Texts texts) {
    long all = changes.stream().map(DomainChange::domain).distinct().count();
    List<DomainChanges> domains =
        changes.stream()
            .collect(Collectors.groupingBy(DomainChange::domain, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .limit(MOST_DOMAINS)
            .map(
                entry ->
                    new DomainChanges(
                        entry.getKey(),
                        "domain-published?name=" + entry.getKey() + "#changes",
                        what(entry.getValue(), texts)))
            .toList();
    String others = texts.format("chart.changed-others", all - domains.size());
    String shown =
        domains.stream()
            .map(each -> texts.format("chart.changed", each.domain(), each.text()))
            .collect(Collectors.joining("; "));
    return new DayFlag(
        (int) ChronoUnit.DAYS.between(days.first(), day),
        day,
        domains.size() == 1 ? domains.get(0).href() : LIST,
        texts.shortDay(day) + " · " + shown + (others.isEmpty() ? "" : "; " + others),
        domains,
        others);
  }

  /** Kinds with what of that kind changed. */
  private static String what(List<DomainChange> changes, Texts texts) {
    return texts.list(
        changes.stream()
            .map(
                change -> {
                  String kind = texts.get("change.kind." + change.kind());
                  return change.subject().isEmpty() ? kind : kind + " (" + change.subject() + ")";
                })
            .distinct()
            .toList());
  }
}

package farol.web.failures;

import farol.domain.shared.DayRange;
import farol.web.kit.Query;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of some failures: of a domain's page if there is one that they are narrowed to, else
 * of the page of all domains.
 *
 * @param only the value of each thing that they are narrowed to; days stand in the period
 * @param by what they are told apart by
 * @param period a number of days, or the first and the last one, as parameters
 */
public record FailureAddress(Map<FailureTopic, String> only, FailureTopic by, String period) {
  /** As all pages of a domain have it. */
  private static final String DOMAIN_PARAMETER = "name";

  public FailureAddress {
    only = Map.copyOf(only);
  }

  /** Of the causes of some failures. */
  public static FailureAddress ofDays(Map<FailureTopic, String> only, DayRange days) {
    return new FailureAddress(only, FailureTopic.CAUSE, period(days));
  }

  /** Parameters for exactly these days. */
  static String period(DayRange days) {
    return "from=" + days.first() + "&to=" + days.last();
  }

  FailureAddress by(FailureTopic topic) {
    return new FailureAddress(only, topic, period);
  }

  FailureAddress during(String otherPeriod) {
    return new FailureAddress(only, by, otherPeriod);
  }

  FailureAddress without(FailureTopic topic) {
    Map<FailureTopic, String> rest = copy();
    rest.remove(topic);
    return new FailureAddress(rest, by, period);
  }

  /**
   * The failures of one row, told apart by what is not settled yet; empty where all is.
   *
   * @param isOneDay whether the period settles the day
   */
  Optional<FailureAddress> into(String value, boolean isOneDay) {
    Set<FailureTopic> settled = EnumSet.of(by);
    settled.addAll(only.keySet());
    if (isOneDay) {
      settled.add(FailureTopic.DAY);
    }
    return FailureTopic.after(settled).map(next -> narrowed(value).by(next));
  }

  private FailureAddress narrowed(String value) {
    if (by == FailureTopic.DAY) {
      LocalDate day = LocalDate.parse(value);
      return during(period(new DayRange(day, day)));
    }
    Map<FailureTopic, String> more = copy();
    more.put(by, value);
    return new FailureAddress(more, by, period);
  }

  /** The parameters beside the period, each followed by {@code &}. */
  String kept() {
    return parameter(DOMAIN_PARAMETER, only.get(FailureTopic.DOMAIN))
        + parameter("by", by.key())
        + copy().entrySet().stream()
            .filter(entry -> entry.getKey() != FailureTopic.DOMAIN)
            .map(entry -> parameter(entry.getKey().key(), entry.getValue()))
            .collect(Collectors.joining());
  }

  /** Relative to the portal's pages. */
  public String href() {
    String page = only.containsKey(FailureTopic.DOMAIN) ? "domain-failures" : "failures";
    return page + "?" + kept() + period;
  }

  private Map<FailureTopic, String> copy() {
    Map<FailureTopic, String> copy = new EnumMap<>(FailureTopic.class);
    copy.putAll(only);
    return copy;
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : Query.EMPTY.plus(name, value).text();
  }
}

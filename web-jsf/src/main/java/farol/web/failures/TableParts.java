package farol.web.failures;

import farol.domain.shared.DayRange;
import farol.domain.trend.FailurePage;
import farol.web.kit.Pages;
import farol.web.kit.Range;
import farol.web.kit.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts links around the rows of a table.
 *
 * @param address of the table
 * @param range links for the days
 * @param days exactly these, if some are asked for
 * @param period the days that the address is about
 */
record TableParts(
    FailureAddress address, Range range, Optional<DayRange> days, DayRange period, Texts texts) {
  /** By sending address the failure rows are read; of a thousand domains a day has many. */
  private static final int MOST_DAYS_OF_ROWS = 7;

  /** The days whose failures count: the last ones, where all would take too long. */
  DayRange shown() {
    boolean isOfRows =
        address.by() == FailureTopic.SENDING_ADDRESS
            || address.only().containsKey(FailureTopic.SENDING_ADDRESS);
    return isOfRows && !isOfOneDomain() && period.length() > MOST_DAYS_OF_ROWS
        ? DayRange.endingOn(period.last(), MOST_DAYS_OF_ROWS)
        : period;
  }

  private boolean isCut() {
    return !shown().equals(period);
  }

  private String cut() {
    DayRange shown = shown();
    return isCut()
        ? texts.format(
            "failures.cut", texts.day(shown.first()), texts.day(shown.last()), shown.length())
        : "";
  }

  FailureTable table(List<CauseTotals> causes) {
    long failed = causes.stream().mapToLong(CauseTotals::failed).sum();
    FailureRows rows = rows(failed);
    int all = Math.max(1, causes.size());
    return table(
        causes.stream().map(rows::row).toList(),
        failed,
        Pages.of(address.href(), 1, all, causes.size(), texts),
        null);
  }

  /**
   * @param settled the cause that all have, if they are narrowed to one
   */
  FailureTable table(FailurePage page, int number, int size, List<CauseTotals> settled) {
    FailureRows rows = rows(page.failed());
    return table(
        page.items().stream().map(rows::row).toList(),
        page.failed(),
        Pages.of(address.href(), number, size, page.total(), texts),
        settled.stream().map(rows::advice).findFirst().orElse(null));
  }

  private FailureRows rows(long failed) {
    return new FailureRows(
        isCut() ? address.during(FailureAddress.period(shown())) : address,
        isOneDay(),
        failed,
        texts);
  }

  private boolean isOneDay() {
    return days.filter(given -> given.length() == 1).isPresent();
  }

  private FailureTable table(
      List<FailureRow> rows, long failed, Pages pages, FailureRow.@Nullable Advice advice) {
    return new FailureTable(
        groupings(),
        chips(),
        days.isPresent() ? null : range,
        cut(),
        texts.get("failures.by." + address.by().key()),
        texts.format("failures.sentence", failed),
        advice,
        rows,
        pages);
  }

  private boolean isOfOneDomain() {
    return address.only().containsKey(FailureTopic.DOMAIN);
  }

  /** A domain's page is of one domain. */
  private List<FailureTable.Grouping> groupings() {
    return Arrays.stream(FailureTopic.values())
        .filter(topic -> !(isOfOneDomain() && topic == FailureTopic.DOMAIN))
        .map(
            topic ->
                new FailureTable.Grouping(
                    "by-" + topic.key(),
                    address.by(topic).href(),
                    texts.get("failures.by." + topic.key()),
                    String.valueOf(topic == address.by())))
        .toList();
  }

  private List<FailureTable.Chip> chips() {
    List<FailureTable.Chip> chips = new ArrayList<>();
    for (FailureTopic topic : FailureTopic.values()) {
      String value = address.only().get(topic);
      if (value != null && topic != FailureTopic.DOMAIN) {
        chips.add(
            chip(topic, FailureRows.nameOf(topic, value, texts), address.without(topic).href()));
      }
    }
    days.ifPresent(
        given ->
            chips.add(
                chip(
                    FailureTopic.DAY,
                    nameOf(given),
                    address.during("days=" + range.days()).href())));
    return chips;
  }

  private String nameOf(DayRange given) {
    return isOneDay()
        ? texts.day(given.first())
        : texts.format("failures.days", texts.day(given.first()), texts.day(given.last()));
  }

  private FailureTable.Chip chip(FailureTopic topic, String value, String href) {
    String label = texts.get("failures.by." + topic.key());
    return new FailureTable.Chip(
        "only-" + topic.key(), label, value, href, texts.format("failures.remove", label, value));
  }
}

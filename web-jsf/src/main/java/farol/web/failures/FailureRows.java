package farol.web.failures;

import farol.domain.diagnosis.Consequence;
import farol.domain.lookup.OutsideText;
import farol.domain.trend.FailureQuestion;
import farol.domain.trend.FailureSlice;
import farol.web.kit.CauseText;
import farol.web.kit.Texts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows for people, each with a link to what it counts. */
final class FailureRows {
  private static final int BAR_WIDTH = 80;

  private final FailureAddress address;
  private final boolean isOneDay;
  private final long failed;
  private final Texts texts;

  /**
   * @param address of the table
   * @param failed sessions in all its rows
   */
  FailureRows(FailureAddress address, boolean isOneDay, long failed, Texts texts) {
    this.address = address;
    this.isOneDay = isOneDay;
    this.failed = failed;
    this.texts = texts;
  }

  FailureRow row(CauseTotals totals) {
    return row(
        CauseText.of(totals.cause(), texts).title(),
        totals.resultTypes(),
        new FailureSlice(totals.cause().key(), totals.failed(), totals.first(), totals.last()),
        advice(totals));
  }

  FailureRow.Advice advice(CauseTotals totals) {
    return new FailureRow.Advice(
        totals.consequences().entrySet().stream()
            .map(entry -> outcome(entry.getKey(), entry.getValue()))
            .toList(),
        CauseText.of(totals.cause(), texts));
  }

  private FailureRow.Outcome outcome(Consequence consequence, long sessions) {
    return new FailureRow.Outcome(
        consequence.key(),
        texts.get("consequence." + consequence.key()),
        texts.format("failures.outcome", sessions));
  }

  FailureRow row(FailureSlice slice) {
    String name = nameOf(address.by(), slice.value(), texts);
    boolean isCoded = address.by() == FailureTopic.POLICY_TYPE && !name.equals(slice.value());
    return row(name, isCoded ? List.of(slice.value()) : List.of(), slice, null);
  }

  private FailureRow row(
      String name, List<String> codes, FailureSlice slice, FailureRow.@Nullable Advice advice) {
    return new FailureRow(
        name,
        codes,
        address.into(slice.value(), isOneDay).map(FailureAddress::href).orElse(""),
        slice.failed(),
        failed == 0 ? texts.share(0, 1) : texts.share(slice.failed(), failed),
        failed == 0 ? 0 : (int) (BAR_WIDTH * slice.failed() / failed),
        slice.first(),
        slice.last(),
        advice);
  }

  /** A value for people; an address may ask for any, however hostile. */
  static String nameOf(FailureTopic topic, String value, Texts texts) {
    if (value.equals(FailureQuestion.NOT_GIVEN)) {
      return texts.get("breakdown.unnamed");
    }
    return switch (topic) {
      case CAUSE -> texts.get("cause." + value + ".title");
      case POLICY_TYPE -> texts.getOr("policy." + value, OutsideText.safe(value));
      case DAY -> texts.day(LocalDate.parse(value));
      case MX, REPORTER, SENDING_ADDRESS, RESULT_TYPE, DOMAIN -> OutsideText.safe(value);
    };
  }
}

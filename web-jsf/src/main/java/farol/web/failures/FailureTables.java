package farol.web.failures;

import farol.domain.diagnosis.Cause;
import farol.domain.diagnosis.Diagnosis;
import farol.domain.shared.DayRange;
import farol.domain.trend.FailureBy;
import farol.domain.trend.FailurePage;
import farol.domain.trend.FailureQuestion;
import farol.domain.trend.KindSlice;
import farol.domain.trend.TrendService;
import farol.web.kit.Freshness;
import farol.web.kit.Range;
import farol.web.kit.Selection;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the table that the page's address asks for. */
@Dependent
public class FailureTables {
  private static final int SIZE = 25;

  @Inject TrendService trends;
  @Inject FailureSelection asked;
  @Inject Selection selection;
  @Inject SignedIn signedIn;
  @Inject Freshness freshness;
  @Inject Texts texts;
  @Inject Clock clock;

  /** Of one of the account's domains. */
  public FailureTable ofDomain(String name) {
    Map<FailureTopic, String> only = asked.only();
    only.put(FailureTopic.DOMAIN, name);
    return table(only);
  }

  /** Of all domains of the account. */
  FailureTable ofAll() {
    return table(asked.only());
  }

  private TableParts parts(Map<FailureTopic, String> only) {
    String kept = new FailureAddress(only, asked.by(), "").kept();
    Range range = selection.range(kept);
    Optional<DayRange> days = asked.days();
    return new TableParts(
        new FailureAddress(
            only, asked.by(), days.map(FailureAddress::period).orElse("days=" + range.days())),
        range,
        days,
        days.orElseGet(() -> range.upToToday(clock)),
        texts);
  }

  private FailureTable table(Map<FailureTopic, String> only) {
    freshness.look();
    TableParts parts = parts(only);
    FailureQuestion question =
        new FailureQuestion(signedIn.accountId(), parts.shown(), inDatabase(only), null);
    Optional<FailureBy> by = asked.by().by();
    if (by.isEmpty()) {
      return parts.table(CauseTotals.of(kinds(question)));
    }
    if (asked.cause().isEmpty()) {
      return parts.table(page(question, by.get()), asked.page(), SIZE, List.of());
    }
    List<KindSlice> kinds = kinds(question);
    FailureQuestion ofCause = question.ofKinds(kinds.stream().map(KindSlice::kind).toList());
    return parts.table(page(ofCause, by.get()), asked.page(), SIZE, CauseTotals.of(kinds));
  }

  private FailurePage page(FailureQuestion question, FailureBy by) {
    return trends.failures(question, by, asked.page() - 1, SIZE);
  }

  /** Those of the cause that is asked for, if one is. */
  private List<KindSlice> kinds(FailureQuestion question) {
    List<KindSlice> all = trends.failureKinds(question);
    Optional<Cause> cause = asked.cause();
    return cause.isEmpty()
        ? all
        : all.stream().filter(slice -> Diagnosis.of(slice.kind()).cause() == cause.get()).toList();
  }

  /** What the database can tell apart, too. */
  private static Map<FailureBy, String> inDatabase(Map<FailureTopic, String> only) {
    Map<FailureBy, String> known = new EnumMap<>(FailureBy.class);
    only.forEach((topic, value) -> topic.by().ifPresent(by -> known.put(by, value)));
    return known;
  }
}

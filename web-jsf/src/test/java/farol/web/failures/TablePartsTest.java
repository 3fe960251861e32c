package farol.web.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.diagnosis.Consequence;
import farol.domain.shared.DayRange;
import farol.domain.trend.FailureKind;
import farol.domain.trend.FailurePage;
import farol.domain.trend.FailureQuestion;
import farol.domain.trend.FailureSlice;
import farol.domain.trend.KindSlice;
import farol.web.kit.Range;
import farol.web.kit.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablePartsTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final Map<FailureTopic, String> BY_ADDRESS =
      Map.of(FailureTopic.SENDING_ADDRESS, "192.0.2.1");

  @Test
  void causesStandWorstConsequenceFirstWhateverTheirNumber() {
    List<CauseTotals> causes =
        CauseTotals.of(
            List.of(
                slice("certificate-expired", "testing", 9, MONDAY, MONDAY),
                slice("starttls-not-supported", "enforce", 2, MONDAY, MONDAY),
                slice("tlsa-invalid", "enforce", 1, MONDAY, MONDAY),
                slice("tlsa-invalid", "testing", 20, MONDAY, MONDAY)));

    assertThat(causes)
        .extracting(totals -> totals.cause().key(), CauseTotals::consequences)
        .containsExactly(
            tuple("starttls-not-supported", Map.of(Consequence.REFUSED, 2L)),
            tuple(
                "tlsa-invalid", Map.of(Consequence.REFUSED, 1L, Consequence.WOULD_BE_REFUSED, 20L)),
            tuple("certificate-expired", Map.of(Consequence.WOULD_BE_REFUSED, 9L)));
  }

  @Test
  void kindsOfOneCauseAreOneRow() {
    FailureTable table =
        parts(Map.of(), FailureTopic.CAUSE, null)
            .table(
                CauseTotals.of(
                    List.of(
                        slice("certificate-expired", "testing", 2, TUESDAY, TUESDAY),
                        slice("certificate-expired", "enforce", 1, MONDAY, TUESDAY),
                        slice("sts-policy-fetch-error", "", 1, MONDAY, MONDAY))));

    assertThat(table.rows()).hasSize(2);
    FailureRow expired = table.rows().get(0);
    assertThat(expired.name()).isEqualTo("Certificate has expired");
    assertThat(expired.codes()).containsExactly("certificate-expired");
    assertThat(expired.failed()).isEqualTo(3);
    assertThat(expired.share()).isEqualTo("75%");
    assertThat(expired.first()).isEqualTo(MONDAY);
    assertThat(expired.last()).isEqualTo(TUESDAY);
    assertThat(expired.href()).isEqualTo("failures?by=mx&cause=certificate-expired&days=30");
    assertThat(expired.advice()).isNotNull();
    assertThat(table.sentence()).startsWith("4 sessions failed");
  }

  @Test
  void whatNobodyToldHasANameAndCanBeAskedFor() {
    FailureSlice unnamed = new FailureSlice(FailureQuestion.NOT_GIVEN, 1, MONDAY, MONDAY);
    FailureTable table =
        parts(Map.of(), FailureTopic.MX, null)
            .table(new FailurePage(List.of(unnamed), 1, 1), 1, 25, List.of());

    assertThat(table.rows())
        .extracting(FailureRow::name, FailureRow::href, FailureRow::isExplained)
        .containsExactly(tuple("(not given)", "failures?by=cause&mx=-&days=30", false));
  }

  @Test
  void causeThatAllHaveIsExplainedAboveWhatTellsThemApart() {
    FailureTable table =
        parts(Map.of(FailureTopic.CAUSE, "certificate-expired"), FailureTopic.MX, null)
            .table(
                new FailurePage(List.of(), 0, 0),
                1,
                25,
                CauseTotals.of(
                    List.of(slice("certificate-expired", "enforce", 2, MONDAY, MONDAY))));

    assertThat(table.isExplained()).isTrue();
    assertThat(Objects.requireNonNull(table.advice()).outcomes())
        .extracting(FailureRow.Outcome::consequence)
        .containsExactly("Mail is refused");
  }

  @Test
  void filtersCanBeRemovedOneByOne() {
    FailureTable table =
        parts(
                Map.of(
                    FailureTopic.DOMAIN, "example.com",
                    FailureTopic.CAUSE, "tlsa-invalid",
                    FailureTopic.POLICY_TYPE, "tlsa"),
                FailureTopic.MX,
                new DayRange(MONDAY, MONDAY))
            .table(new FailurePage(List.of(), 0, 0), 1, 25, List.of());

    assertThat(table.chips())
        .extracting(FailureTable.Chip::value, FailureTable.Chip::href)
        .containsExactly(
            tuple(
                "TLSA record does not match",
                "domain-failures?name=example.com&by=mx&policy=tlsa&from=2026-03-02&to=2026-03-02"),
            tuple(
                "DANE",
                "domain-failures?name=example.com&by=mx&cause=tlsa-invalid"
                    + "&from=2026-03-02&to=2026-03-02"),
            tuple(
                "Mon, 2 Mar 2026",
                "domain-failures?name=example.com&by=mx&cause=tlsa-invalid&policy=tlsa&days=30"));
    assertThat(table.isRanging()).isFalse();
    assertThat(table.groupings())
        .extracting(FailureTable.Grouping::id)
        .containsExactly(
            "by-cause", "by-mx", "by-reporter", "by-address", "by-day", "by-policy", "by-type");
  }

  @Test
  void whatAnAddressAsksForIsShownWithoutWhatTurnsItAround() {
    FailureTable table =
        parts(
                Map.of(FailureTopic.MX, "mx\u202egnp", FailureTopic.POLICY_TYPE, "sts\u2066"),
                FailureTopic.DAY,
                null)
            .table(new FailurePage(List.of(), 0, 0), 1, 25, List.of());

    assertThat(table.chips())
        .extracting(FailureTable.Chip::value)
        .containsExactly("mx\ufffdgnp", "sts\ufffd");
    assertThat(table.chips())
        .extracting(FailureTable.Chip::removeText)
        .noneMatch(text -> text.contains("\u202e") || text.contains("\u2066"));
  }

  @Test
  void bySendingAddressAllDomainsHaveSevenDaysAtMostAndTheTableSaysSo() {
    DayRange week = DayRange.endingOn(MONDAY, 7);
    TableParts parts = parts(Map.of(), FailureTopic.SENDING_ADDRESS, null);
    FailureSlice slice = new FailureSlice("192.0.2.1", 1, MONDAY, MONDAY);
    FailureTable table = parts.table(new FailurePage(List.of(slice), 1, 1), 1, 25, List.of());

    assertThat(parts.shown()).isEqualTo(week);
    assertThat(parts(BY_ADDRESS, FailureTopic.MX, null).shown()).isEqualTo(week);
    assertThat(table.cut()).startsWith("Shown are Tue, 24 Feb 2026 to Mon, 2 Mar 2026: ");
    assertThat(table.rows())
        .extracting(FailureRow::href)
        .containsExactly("failures?by=cause&address=192.0.2.1&from=2026-02-24&to=2026-03-02");
  }

  @Test
  void oneDomainAFewDaysAndWhatIsRolledUpAreShownWhole() {
    DayRange month = DayRange.endingOn(MONDAY, 30);
    DayRange week = DayRange.endingOn(MONDAY, 7);
    Map<FailureTopic, String> ofDomain = Map.of(FailureTopic.DOMAIN, "example.com");
    TableParts byHost = parts(Map.of(), FailureTopic.MX, null);

    assertThat(parts(ofDomain, FailureTopic.SENDING_ADDRESS, null).shown()).isEqualTo(month);
    assertThat(parts(BY_ADDRESS, FailureTopic.MX, week).shown()).isEqualTo(week);
    assertThat(byHost.shown()).isEqualTo(month);
    assertThat(byHost.table(List.of()).cut()).isEmpty();
  }

  private static TableParts parts(
      Map<FailureTopic, String> only, FailureTopic by, @Nullable DayRange days) {
    String period = days == null ? "days=30" : FailureAddress.period(days);
    return new TableParts(
        new FailureAddress(only, by, period),
        Range.of("30", "", "", TEXTS),
        Optional.ofNullable(days),
        days == null ? DayRange.endingOn(MONDAY, 30) : days,
        TEXTS);
  }

  private static KindSlice slice(
      String type, String mode, long failed, LocalDate first, LocalDate last) {
    return new KindSlice(
        new FailureKind(type, "", "sts", List.of("mode: " + mode)), failed, first, last);
  }
}

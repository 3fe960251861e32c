package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.posture.DomainChange;
import farol.domain.shared.DayRange;
import farol.domain.survey.Observed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayFlagTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final DayRange DAYS = new DayRange(MONDAY, MONDAY.plusDays(6));

  @Test
  void flagSaysWhatChangedAndLeadsToTheTimeline() {
    List<DayFlag> flags =
        flags(
            change("example.com", 2, Observed.MX, ""),
            change("example.com", 2, Observed.MAIL_CERTIFICATE, "mx1.example.com 192.0.2.1"));

    assertThat(flags)
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.index()).isEqualTo(2);
              assertThat(flag.href()).isEqualTo("domain-published?name=example.com#changes");
              assertThat(flag.text())
                  .isEqualTo(
                      "4 Mar · example.com: MX records,"
                          + " Certificate of the mail server (mx1.example.com 192.0.2.1)");
            });
  }

  @Test
  void flagOfSeveralDomainsLeadsToTheListOfThem() {
    List<DayFlag> flags =
        flags(
            change("a.example", 6, Observed.MX, ""),
            change("b.example", 0, Observed.TLSA, "mx.b.example"),
            change("a.example", 0, Observed.MX, ""));

    assertThat(flags)
        .extracting(DayFlag::index, DayFlag::href)
        .containsExactly(
            tuple(0, "#chart-changes"), tuple(6, "domain-published?name=a.example#changes"));
    assertThat(flags.get(0).changes())
        .extracting(DayFlag.DomainChanges::domain)
        .containsExactly("a.example", "b.example");
  }

  @Test
  void flagOfVeryManyDomainsCountsTheRest() {
    DomainChange[] changes =
        IntStream.rangeClosed(10, 21)
            .mapToObj(number -> change("d" + number + ".example", 3, Observed.MX, ""))
            .toArray(DomainChange[]::new);

    assertThat(flags(changes))
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.changes()).hasSize(10);
              assertThat(flag.others()).isEqualTo("and at 2 more domains");
              assertThat(flag.text()).endsWith("d19.example: MX records; and at 2 more domains");
            });
  }

  private static List<DayFlag> flags(DomainChange... changes) {
    return DayFlag.of(List.of(changes), DAYS, new Texts(Locale.ENGLISH));
  }

  private static DomainChange change(String domain, int day, Observed kind, String subject) {
    return new DomainChange(
        domain,
        MONDAY.plusDays(day).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC),
        kind,
        subject);
  }
}

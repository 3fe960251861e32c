package farol.web.dashboard;

import farol.domain.diagnosis.Consequence;
import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.DomainCounts;
import farol.domain.report.SessionCounts;
import farol.domain.trend.Overview;
import farol.domain.trend.ReporterDay;
import farol.web.kit.Texts;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The four numbers at the top of the dashboard. */
final class Cards {
  private static final int RECENT_DAYS = 3;

  private final Texts texts;

  Cards(Texts texts) {
    this.texts = texts;
  }

  List<Card> of(
      Overview overview,
      ProblemSummary problems,
      DomainCounts domains,
      List<ReporterDay> reporterDays,
      LocalDate today) {
    return List.of(
        success(overview.sessions(), overview.before(), overview.range().length()),
        openProblems(problems),
        domainsAtRisk(domains, problems),
        reporters(reporterDays, today));
  }

  private Card success(SessionCounts now, SessionCounts before, long days) {
    String title = texts.get("card.success");
    if (now.tried() == 0) {
      return new Card("card-success", title, "–", texts.get("card.success.none"), "neutral");
    }
    return new Card(
        "card-success",
        title,
        texts.share(now.successful(), now.tried()),
        before.tried() == 0
            ? texts.format("card.success.sessions", now.tried())
            : texts.format("card.success.change", points(now, before), days),
        "neutral");
  }

  private String points(SessionCounts now, SessionCounts before) {
    double change =
        100.0 * now.successful() / now.tried() - 100.0 * before.successful() / before.tried();
    DecimalFormat signed =
        new DecimalFormat("+0.0#;−0.0#", DecimalFormatSymbols.getInstance(texts.locale()));
    return signed.format(change);
  }

  private Card openProblems(ProblemSummary problems) {
    String title = texts.get("card.problems");
    if (problems.isClear()) {
      return new Card(
          "card-problems", title, texts.count(0), texts.get("card.problems.none"), "ok");
    }
    if (problems.worst().isEmpty()) {
      return new Card("card-problems", title, "–", texts.get("verdict.undiagnosed"), "neutral");
    }
    String worst = problems.worst().get().key();
    return new Card(
        "card-problems",
        title,
        texts.count(problems.total()),
        texts.format("card.problems.worst", texts.get("consequence." + worst)),
        worst);
  }

  private Card domainsAtRisk(DomainCounts domains, ProblemSummary problems) {
    return new Card(
        "card-domains",
        texts.get("card.domains"),
        texts.format("card.domains.value", problems.broken().size(), domains.verified()),
        texts.format("card.domains.waiting", domains.all() - domains.verified()),
        problems.worst().map(Consequence::key).orElse(problems.isClear() ? "ok" : "neutral"));
  }

  private Card reporters(List<ReporterDay> reporterDays, LocalDate today) {
    Set<String> known = organizations(reporterDays, LocalDate.MIN);
    Set<String> recent = organizations(reporterDays, today.minusDays(RECENT_DAYS));
    return new Card(
        "card-reporters",
        texts.get("card.reporters"),
        texts.format("card.reporters.value", recent.size(), known.size()),
        texts.get("card.reporters.detail"),
        recent.size() == known.size() ? "ok" : "information");
  }

  private static Set<String> organizations(List<ReporterDay> days, LocalDate from) {
    return days.stream()
        .filter(day -> !day.day().isBefore(from))
        .map(ReporterDay::organization)
        .collect(Collectors.toSet());
  }
}

package farol.web.dashboard;

import farol.domain.diagnosis.ProblemSummary;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.posture.Glance;
import farol.domain.report.LatestReport;
import farol.domain.report.SessionCounts;
import farol.domain.trend.Day;
import farol.web.kit.Spark;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what the dashboard says of each domain. */
final class DomainRows {
  private final Texts texts;
  private final Instant now;
  private final Map<Long, LatestReport> latest;
  private final Map<Long, List<Day>> days;
  private final Map<Long, List<Day>> lately;
  private final ProblemSummary problems;
  private final Map<Long, Glance> glances;

  DomainRows(
      Texts texts,
      Instant now,
      List<LatestReport> latest,
      Map<Long, List<Day>> days,
      Map<Long, List<Day>> lately,
      ProblemSummary problems,
      Map<Long, Glance> glances) {
    this.texts = texts;
    this.now = now;
    this.latest =
        latest.stream().collect(Collectors.toMap(LatestReport::domainId, Function.identity()));
    this.days = days;
    this.lately = lately;
    this.problems = problems;
    this.glances = glances;
  }

  /** Those with the worst problem first, then by their names. */
  List<DomainRow> of(List<MonitoredDomain> domains) {
    List<String> broken = List.copyOf(problems.broken().keySet());
    return domains.stream()
        .sorted(
            Comparator.comparingInt((MonitoredDomain domain) -> place(domain, broken))
                .thenComparing(domain -> domain.name().value()))
        .map(this::row)
        .toList();
  }

  private static int place(MonitoredDomain domain, List<String> broken) {
    int place = broken.indexOf(domain.name().value());
    return place < 0 ? broken.size() : place;
  }

  private DomainRow row(MonitoredDomain domain) {
    SessionCounts sessions =
        days.getOrDefault(domain.id(), List.of()).stream()
            .map(Day::sessions)
            .reduce(SessionCounts.NONE, SessionCounts::plus);
    @Nullable LatestReport last = latest.get(domain.id());
    String name = domain.name().value();
    String unicode = domain.name().unicode();
    Standing standing = Standing.of(domain, last, problems, now);
    return new DomainRow(
        name,
        unicode.equals(name) ? "" : unicode,
        "domain?name=" + name,
        Spark.of(lately.getOrDefault(domain.id(), List.of()), texts),
        sessions.tried() == 0 ? "–" : texts.share(sessions.successful(), sessions.tried()),
        sessions.failed(),
        last == null ? null : last.receivedAt(),
        standing.tone(),
        texts.get(standing.textKey()),
        new PostureCells(domain.name(), glances.get(domain.id()), now, texts).all());
  }
}

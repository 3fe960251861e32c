package farol.web.domains;

import farol.domain.diagnosis.Diagnosis;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.shared.DayRange;
import farol.domain.trend.DayFailures;
import farol.domain.trend.TrendService;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.kit.Selection;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Failed sessions by day and cause: of one domain, or of all of the account. */
@RequestScoped
public class CauseTable implements TableSource {
  private static final List<Column<Row>> COLUMNS =
      List.of(
          new Column<>("day", Row::day),
          new Column<>("cause", row -> row.diagnosis.cause().key()),
          new Column<>("consequence", row -> row.diagnosis.consequence().key()),
          new Column<>("failed", Row::failed));

  @Inject OwnDomain own;
  @Inject TrendService trends;
  @Inject Selection selection;
  @Inject SignedIn signedIn;
  @Inject Clock clock;

  private record Row(LocalDate day, Diagnosis diagnosis, long failed) {}

  @Override
  public String name() {
    return "causes";
  }

  @Override
  public Optional<Table<Row>> find(HttpServletRequest request) {
    DayRange days = selection.range("").upToToday(clock);
    String name = request.getParameter("name");
    return name == null
        ? Optional.of(table("causes", trends.overview(signedIn.accountId(), days).failures()))
        : own.find(name)
            .filter(MonitoredDomain::isVerified)
            .map(domain -> table(domain.name() + "-causes", trends.failures(domain.id(), days)));
  }

  private static Table<Row> table(String name, List<DayFailures> failures) {
    return new Table<>(
        name,
        COLUMNS,
        failures.stream()
            .collect(Collectors.groupingBy(DayFailures::day, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .flatMap(day -> rows(day.getKey(), day.getValue())));
  }

  /** What mattered more first. */
  private static Stream<Row> rows(LocalDate day, List<DayFailures> failures) {
    Map<Diagnosis, Long> causes =
        failures.stream()
            .collect(
                Collectors.toMap(
                    failure -> Diagnosis.of(failure.kind()),
                    DayFailures::failed,
                    Long::sum,
                    TreeMap::new));
    return causes.entrySet().stream().map(cause -> new Row(day, cause.getKey(), cause.getValue()));
  }
}

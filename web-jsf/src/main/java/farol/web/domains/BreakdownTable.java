package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.shared.DayRange;
import farol.domain.trend.Dimension;
import farol.domain.trend.Slice;
import farol.domain.trend.TrendService;
import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.export.TooLongException;
import farol.web.kit.Selection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was reported of a domain by one thing, of which a page shows the first ten values only. */
@RequestScoped
public class BreakdownTable implements TableSource {
  private static final Column<Slice> SUCCESSFUL =
      new Column<>("successful", slice -> slice.sessions().successful());
  private static final Column<Slice> FAILED =
      new Column<>("failed", slice -> slice.sessions().failed());
  private static final Column<Slice> REPORTS = new Column<>("reports", Slice::reports);

  @Inject OwnDomain own;
  @Inject TrendService trends;
  @Inject Selection selection;
  @Inject Clock clock;

  /** What to break down by, as the address says it. */
  enum By {
    TYPE("type", Dimension.RESULT_TYPE, failures("resultType")),
    REPORTER("reporter", Dimension.REPORTER, sessions("organization")),
    HOST("host", Dimension.MX, failures("receivingMxHostname")),
    POLICY("policy", Dimension.POLICY_TYPE, sessions("policyType")),
    ADDRESS("address", Dimension.SOURCE_ADDRESS, failures("sendingMtaIp"));

    private final String key;
    private final Dimension dimension;
    private final List<Column<Slice>> columns;

    By(String key, Dimension dimension, List<Column<Slice>> columns) {
      this.key = key;
      this.dimension = dimension;
      this.columns = columns;
    }

    static Optional<By> of(@Nullable String key) {
      return Arrays.stream(values()).filter(by -> by.key.equals(key)).findFirst();
    }
  }

  private static List<Column<Slice>> sessions(String value) {
    return List.of(new Column<>(value, Slice::value), SUCCESSFUL, FAILED, REPORTS);
  }

  /** Of what reports tell of failed sessions only. */
  private static List<Column<Slice>> failures(String value) {
    return List.of(new Column<>(value, Slice::value), FAILED, REPORTS);
  }

  @Override
  public String name() {
    return "breakdown";
  }

  @Override
  public Optional<Table<Slice>> find(HttpServletRequest request) {
    return By.of(request.getParameter("by"))
        .flatMap(
            by ->
                own.find(request.getParameter("name"))
                    .filter(MonitoredDomain::isVerified)
                    .map(domain -> table(domain, by)));
  }

  private Table<Slice> table(MonitoredDomain domain, By by) {
    DayRange days = selection.range("").upToToday(clock);
    List<Slice> slices =
        trends.slices(domain.id(), days, by.dimension, TooLongException.MOST_ROWS + 1);
    return new Table<>(
        domain.name() + "-by-" + by.key, by.columns, TooLongException.check(slices).stream());
  }
}

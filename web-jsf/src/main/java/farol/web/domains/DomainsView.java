package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.report.LatestReport;
import farol.domain.report.ReportArchive;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The account's domains, and how far each has come. */
@Named("domains")
@RequestScoped
public class DomainsView {
  @Inject MonitoredDomainService domains;
  @Inject ReportArchive reports;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private List<Row> rows = List.of();

  /**
   * A domain in the list.
   *
   * @param tone names its state in the style sheet
   * @param next what its owner has to do; empty where nothing
   */
  public record Row(
      String name,
      String unicode,
      String href,
      String tone,
      String state,
      Instant createdAt,
      @Nullable Instant lastReport,
      String next) {
    public boolean isReported() {
      return lastReport != null;
    }
  }

  public void load() {
    Map<Long, Instant> latest =
        reports.latest(signedIn.accountId()).stream()
            .collect(Collectors.toMap(LatestReport::domainId, LatestReport::receivedAt));
    rows =
        domains.list(signedIn.accountId()).stream()
            .map(domain -> row(domain, Optional.ofNullable(latest.get(domain.id()))))
            .toList();
  }

  public List<Row> getRows() {
    return rows;
  }

  private Row row(MonitoredDomain domain, Optional<Instant> lastReport) {
    String name = domain.name().value();
    String unicode = domain.name().unicode();
    String next = domain.isVerified() ? "domains.next.publish" : "domains.next.prove";
    return new Row(
        name,
        unicode.equals(name) ? "" : unicode,
        "domain?name=" + name,
        DomainHead.tone(domain),
        texts.get("state." + domain.state().name()),
        domain.createdAt(),
        lastReport.orElse(null),
        lastReport.isPresent() ? "" : texts.get(next));
  }
}

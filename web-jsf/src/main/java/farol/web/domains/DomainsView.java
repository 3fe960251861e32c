package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.report.LatestReport;
import farol.domain.report.ReportArchive;
import farol.web.kit.Pages;
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

/** The account's domains, and how far each has come, a page at a time. */
@Named("domains")
@RequestScoped
public class DomainsView {
  private static final int SIZE = 50;

  @Inject MonitoredDomainService domains;
  @Inject ReportArchive reports;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private @Nullable String page;
  private @Nullable Pages pages;
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
    long account = signedIn.accountId();
    long all = domains.counts(account).all();
    int number = Pages.number(page, SIZE, all);
    List<MonitoredDomain> shown = domains.page(account, number - 1, SIZE);
    Map<Long, Instant> latest =
        reports.latest(shown.stream().map(MonitoredDomain::id).toList()).stream()
            .collect(Collectors.toMap(LatestReport::domainId, LatestReport::receivedAt));
    rows =
        shown.stream()
            .map(domain -> row(domain, Optional.ofNullable(latest.get(domain.id()))))
            .toList();
    pages = Pages.of("?", number, SIZE, all, texts);
  }

  public @Nullable String getPage() {
    return page;
  }

  public void setPage(@Nullable String page) {
    this.page = page;
  }

  public List<Row> getRows() {
    return rows;
  }

  public @Nullable Pages getPages() {
    return pages;
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

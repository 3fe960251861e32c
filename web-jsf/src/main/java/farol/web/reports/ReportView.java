package farol.web.reports;

import farol.domain.account.Role;
import farol.domain.report.AttributedPolicy;
import farol.domain.report.ReportArchive;
import farol.domain.report.StoredReport;
import farol.intake.Kept;
import farol.intake.Rereading;
import farol.tools.report.ExplainedPolicy;
import farol.web.access.AtLeast;
import farol.web.kit.CameBy;
import farol.web.kit.Key;
import farol.web.kit.Outcome;
import farol.web.kit.Reporter;
import farol.web.kit.RereadText;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One report: what it says, what that means, and the bytes. */
@Named("report")
@RequestScoped
public class ReportView {
  @Inject ReportArchive archive;
  @Inject Rereading rereading;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private @Nullable String id;
  private @Nullable RawText raw;
  private String title = "";
  private String domain = "";
  private List<Fact> facts = List.of();
  private List<Fact> warnings = List.of();
  private List<PolicyCard> policies = List.of();
  private @Nullable CameBy cameBy;
  private boolean conflicting;

  /** Reads the report, or ends the request if the account has no such report. */
  public void load() {
    long account = signedIn.accountId();
    Optional<Long> key = Key.parse(id);
    key.flatMap(known -> archive.find(account, known))
        .ifPresentOrElse(this::show, Outcome::notFound);
    raw = key.flatMap(known -> archive.raw(account, known)).map(RawText::of).orElse(null);
  }

  /** Reads the bytes of the report again. */
  @AtLeast(Role.ANALYST)
  public @Nullable String readAgain() {
    long account = signedIn.accountId();
    Optional<Long> key = Key.parse(id).filter(known -> archive.has(account, known));
    if (key.isEmpty()) {
      Outcome.notFound();
      return null;
    }
    RereadText.tell(rereading.again(account, new Kept(Kept.Kind.REPORT, key.get())), texts);
    return Outcome.samePage();
  }

  private void show(StoredReport report) {
    String reporter = Reporter.named(report.head().organization(), texts);
    title = texts.format("report.title", reporter);
    domain = report.domainName();
    CameBy origin = CameBy.of(report.head().origin(), texts);
    cameBy = origin;
    facts = Fact.of(report, origin, texts);
    warnings = Fact.ofWarnings(report.head().warnings(), texts);
    conflicting = report.head().conflicting();
    policies =
        IntStream.range(0, report.policies().size())
            .mapToObj(index -> card(report.policies().get(index), index + 1, reporter))
            .toList();
  }

  private PolicyCard card(AttributedPolicy policy, int number, String reporter) {
    return PolicyCard.of(
            ExplainedPolicy.of(policy.policy()), number, reporter, domain::equals, texts)
        .attributed(policy.attribution(), texts);
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }

  public String getTitle() {
    return title;
  }

  public String getDomain() {
    return domain;
  }

  public List<Fact> getFacts() {
    return facts;
  }

  public List<Fact> getWarnings() {
    return warnings;
  }

  /** How it came, and who signed it. */
  public @Nullable CameBy getCameBy() {
    return cameBy;
  }

  public boolean isConflicting() {
    return conflicting;
  }

  public List<PolicyCard> getPolicies() {
    return policies;
  }

  public @Nullable RawText getRaw() {
    return raw;
  }
}

package farol.web.domains;

import farol.domain.monitored.DnsRecord;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.OwnershipCheck;
import farol.domain.monitored.OwnershipService;
import farol.domain.monitored.ReportAddresses;
import farol.domain.posture.Glance.Reporting;
import farol.domain.posture.Known;
import farol.domain.posture.PostureReader;
import farol.domain.posture.PostureService;
import farol.domain.report.ReportArchive;
import farol.web.kit.Outcome;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Three steps from a claimed domain to its first report, each with what DNS shows of it now. */
@Named("setup")
@RequestScoped
public class SetupView {
  @Inject OwnDomain own;
  @Inject OwnershipService ownership;
  @Inject ReportAddresses addresses;
  @Inject DomainRecords records;
  @Inject MonitoredDomainService domains;
  @Inject ReportArchive reports;
  @Inject PostureService postures;
  @Inject PostureReader reader;
  @Inject SignedIn signedIn;
  @Inject Texts texts;
  @Inject Clock clock;

  private @Nullable String name;
  private @Nullable DomainHead head;
  private @Nullable DnsRecord ownershipRecord;
  private @Nullable DnsRecord tlsRptRecord;
  private @Nullable Sighting ownershipSighting;
  private @Nullable Sighting tlsRptSighting;
  private @Nullable Instant checkedAt;
  private @Nullable Instant lookedUpAt;
  private @Nullable SetupStep ownershipStep;
  private @Nullable SetupStep publishingStep;
  private @Nullable SetupStep waitingStep;

  /**
   * Asks DNS now, for the person who waits and for the page that looks again by itself; for those
   * who change nothing, shows what is known by now. Once a report has come, it leads to what the
   * domain's page shows then.
   */
  public void check() {
    own.find(name).flatMap(this::asked).ifPresentOrElse(this::showOrLeave, Outcome::notFound);
  }

  private void showOrLeave(MonitoredDomain domain) {
    show(domain);
    if (reports.hasAny(domain.id())) {
      Outcome.redirect("/domain?name=" + domain.name());
    } else if (signedIn.isAnalyst() && isNews(domain)) {
      domains.lookNow(signedIn.accountId(), domain.name());
    }
  }

  /** Whether DNS shows what the last look at the domain did not: other pages would deny it. */
  private boolean isNews(MonitoredDomain domain) {
    Known known = postures.known(domain.id());
    return tlsRptSighting != null
        && tlsRptSighting.isSeen()
        && reader.glance(known, domain.name(), addresses.of(domain)).reporting() != Reporting.HERE;
  }

  private Optional<MonitoredDomain> asked(MonitoredDomain domain) {
    return signedIn.isAnalyst()
        ? ownership.check(signedIn.accountId(), domain.name())
        : Optional.of(domain);
  }

  /** Shows what is known; asks DNS only for the record that nothing else looks up. */
  void show(MonitoredDomain domain) {
    name = domain.name().value();
    head = DomainHead.of(domain, texts);
    ownershipRecord = domain.ownershipRecord();
    tlsRptRecord = addresses.tlsRpt(domain);
    ownershipSighting = Sighting.of(domain.lastCheck(), texts);
    checkedAt = domain.lastCheck().map(OwnershipCheck::at).orElse(null);
    boolean proven = domain.isVerified();
    boolean published = proven && !domain.isDemo() && isPublished(domain);
    ownershipStep = SetupStep.of(true, proven, texts);
    publishingStep = SetupStep.of(proven, published, texts);
    waitingStep = SetupStep.of(published, false, texts);
  }

  private boolean isPublished(MonitoredDomain domain) {
    Sighting sighting = records.tlsRptSighting(domain);
    tlsRptSighting = sighting;
    lookedUpAt = clock.instant();
    return sighting.isSeen();
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable DomainHead getHead() {
    return head;
  }

  /** What many consoles want for the name of a record, in a sentence. */
  public String shortName(DnsRecord record) {
    String domain = head == null ? "" : head.name();
    String label = record.name().replaceFirst("\\Q." + domain + "\\E$", "");
    return texts.format("setup.short-name", domain, label);
  }

  public @Nullable DnsRecord getOwnershipRecord() {
    return ownershipRecord;
  }

  public @Nullable DnsRecord getTlsRptRecord() {
    return tlsRptRecord;
  }

  /** Whether the record names a mailbox, too. */
  public boolean isMailRead() {
    return addresses.isMailRead();
  }

  public @Nullable Sighting getOwnershipSighting() {
    return ownershipSighting;
  }

  public @Nullable Sighting getTlsRptSighting() {
    return tlsRptSighting;
  }

  public @Nullable Instant getCheckedAt() {
    return checkedAt;
  }

  public @Nullable Instant getLookedUpAt() {
    return lookedUpAt;
  }

  /** Whether the TLS-RPT record has been looked up, which is done once the domain is proven. */
  public boolean isLookedUp() {
    return tlsRptSighting != null;
  }

  public @Nullable SetupStep getOwnershipStep() {
    return ownershipStep;
  }

  public @Nullable SetupStep getPublishingStep() {
    return publishingStep;
  }

  public @Nullable SetupStep getWaitingStep() {
    return waitingStep;
  }
}

package farol.web.domains;

import farol.domain.account.Role;
import farol.domain.monitored.DnsRecord;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.OwnershipCheck;
import farol.domain.monitored.OwnershipService;
import farol.domain.monitored.ReportAddresses;
import farol.domain.operations.DomainReprocessing;
import farol.web.access.AtLeast;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A domain's records, its collector, and its end. */
@Named("domainSettings")
@RequestScoped
public class DomainSettingsView {
  @Inject OwnDomain own;
  @Inject MonitoredDomainService domains;
  @Inject OwnershipService ownership;
  @Inject DomainReprocessing reprocessing;
  @Inject ReportAddresses addresses;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private @Nullable String name;
  private @Nullable DomainHead head;
  private @Nullable DnsRecord ownershipRecord;
  private @Nullable DnsRecord tlsRptRecord;
  private @Nullable Sighting sighting;
  private @Nullable Instant checkedAt;
  private @Nullable URI collector;
  private @Nullable URI mailbox;
  private String rotateQuestion = "";
  private String deleteQuestion = "";

  public void load() {
    own.find(name).ifPresentOrElse(this::show, Outcome::notFound);
  }

  private void show(MonitoredDomain domain) {
    head = DomainHead.of(domain, texts);
    ownershipRecord = domain.ownershipRecord();
    tlsRptRecord = addresses.tlsRpt(domain);
    collector = addresses.collector(domain);
    mailbox = addresses.mailbox(domain).orElse(null);
    sighting = Sighting.of(domain.lastCheck(), texts);
    checkedAt = domain.lastCheck().map(OwnershipCheck::at).orElse(null);
    rotateQuestion = texts.format("settings.rotate.confirm", domain.name());
    deleteQuestion = texts.format("settings.delete.confirm", domain.name());
  }

  /** Looks the ownership record up now. */
  @AtLeast(Role.ANALYST)
  public @Nullable String verify() {
    return afterwards(
        own.find(name)
            .flatMap(domain -> ownership.check(signedIn.accountId(), domain.name()))
            .map(domain -> Sighting.of(domain.lastCheck(), texts).sentence())
            .map(sentence -> texts.format("settings.checked", sentence)));
  }

  /** Gives the domain a new address for its reports. */
  @AtLeast(Role.ANALYST)
  public @Nullable String rotate() {
    return afterwards(
        own.find(name)
            .flatMap(domain -> domains.rotateCollector(signedIn.accountId(), domain.name()))
            .map(domain -> texts.get("settings.rotated")));
  }

  /** Has all that came for the domain read again, in the background. */
  @AtLeast(Role.ANALYST)
  public @Nullable String readAgain() {
    return afterwards(
        own.find(name)
            .map(domain -> reprocessing.start(signedIn.accountId(), domain.name().value()))
            .map(run -> texts.format("settings.rereading", String.valueOf(run.number()))));
  }

  /** Deletes the domain with all that was reported of it. */
  @AtLeast(Role.OWNER)
  public @Nullable String delete() {
    Optional<MonitoredDomain> domain = own.find(name);
    if (domain.isEmpty() || !domains.delete(signedIn.accountId(), domain.get().name())) {
      Outcome.notFound();
      return null;
    }
    Messages.done(texts.format("settings.deleted", domain.get().name()));
    return "/domains.xhtml?faces-redirect=true";
  }

  /** Tells what was done on the page itself; an empty message means that the domain is not ours. */
  private static @Nullable String afterwards(Optional<String> message) {
    if (message.isEmpty()) {
      Outcome.notFound();
      return null;
    }
    Messages.done(message.get());
    return Outcome.samePage();
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

  public @Nullable DnsRecord getOwnershipRecord() {
    return ownershipRecord;
  }

  public @Nullable DnsRecord getTlsRptRecord() {
    return tlsRptRecord;
  }

  public @Nullable Sighting getSighting() {
    return sighting;
  }

  public @Nullable Instant getCheckedAt() {
    return checkedAt;
  }

  public @Nullable URI getCollector() {
    return collector;
  }

  /** Where senders may write as well; null where Farol is to get no mail. */
  public @Nullable URI getMailbox() {
    return mailbox;
  }

  public String getRotateQuestion() {
    return rotateQuestion;
  }

  public String getDeleteQuestion() {
    return deleteQuestion;
  }
}

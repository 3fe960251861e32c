package farol.web.domains;

import farol.domain.account.Role;
import farol.domain.monitored.ReportAddresses;
import farol.domain.posture.Posture;
import farol.domain.posture.PostureService;
import farol.web.access.AtLeast;
import farol.web.kit.Outcome;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A domain's TLS-RPT and MTA-STS records, its policy, its DNSSEC, and what of all changed when. */
@Named("domainPublished")
@RequestScoped
public class DomainPublishedView {
  @Inject DomainLooks looks;
  @Inject ReportAddresses addresses;
  @Inject PostureService postures;
  @Inject Texts texts;

  private @Nullable String name;
  private @Nullable String kind;
  private @Nullable String page;
  private @Nullable DomainHead head;
  private @Nullable LookState look;
  private @Nullable FindingsVerdict verdict;
  private @Nullable TlsRptCard tlsRpt;
  private @Nullable MtaStsCard mtaSts;
  private @Nullable ChangeList changes;
  private List<ProofRow> proofs = List.of();
  private boolean probed;

  /** Reads everything that the page shows, or ends the request if the domain is not ours. */
  public void load() {
    looks.find(name).ifPresentOrElse(this::show, Outcome::notFound);
  }

  private void show(ShownPosture shown) {
    Posture posture = shown.posture();
    DomainHead of = DomainHead.of(shown.domain(), texts);
    head = of;
    look = looks.state(shown);
    probed = shown.isProbed();
    tlsRpt = TlsRptCard.of(shown, addresses.of(shown.domain()), texts);
    mtaSts = MtaStsCard.of(shown, texts);
    proofs = ProofRow.of(shown, texts);
    changes = ChangeList.of(postures, shown, of.query(), kind, page, texts);
    verdict =
        FindingsVerdict.of(
            Stream.concat(
                    posture.tlsRpt().findings().stream(), posture.mtaSts().findings().stream())
                .toList(),
            texts);
  }

  /** Asks for another look. */
  @AtLeast(Role.ANALYST)
  public @Nullable String checkNow() {
    return looks.ask(name);
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind;
  }

  public @Nullable String getPage() {
    return page;
  }

  public void setPage(@Nullable String page) {
    this.page = page;
  }

  public @Nullable DomainHead getHead() {
    return head;
  }

  public @Nullable LookState getLook() {
    return look;
  }

  /** Whether the button for another look is there; before it is known, so that a press is found. */
  public boolean isCheckable() {
    return look == null || look.possible();
  }

  public @Nullable FindingsVerdict getVerdict() {
    return verdict;
  }

  public @Nullable TlsRptCard getTlsRpt() {
    return tlsRpt;
  }

  public @Nullable MtaStsCard getMtaSts() {
    return mtaSts;
  }

  /** Whether DNSSEC proves what DANE stands on, name by name. */
  public List<ProofRow> getProofs() {
    return proofs;
  }

  public @Nullable ChangeList getChanges() {
    return changes;
  }

  /** Whether more than the TLS-RPT record and the MX is looked at. */
  public boolean isProbed() {
    return probed;
  }
}

package farol.web.domains;

import farol.domain.account.Role;
import farol.domain.posture.Posture;
import farol.domain.published.CertificateFacts;
import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import farol.web.access.AtLeast;
import farol.web.findings.FindingRow;
import farol.web.kit.Outcome;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A domain's mail exchangers and the certificates of its servers. */
@Named("domainMail")
@RequestScoped
public class DomainMailView {
  @Inject DomainLooks looks;
  @Inject Texts texts;
  @Inject Clock clock;

  private @Nullable String name;
  private @Nullable DomainHead head;
  private @Nullable LookState look;
  private @Nullable FindingsVerdict verdict;
  private @Nullable CertificateCard policyHost;
  private List<FindingRow> policyHostFindings = List.of();
  private List<FindingRow> findings = List.of();
  private List<MailHostRow> hosts = List.of();
  private boolean known;
  private boolean probed;

  /** Reads everything that the page shows, or ends the request if the domain is not ours. */
  public void load() {
    looks.find(name).ifPresentOrElse(this::show, Outcome::notFound);
  }

  private void show(ShownPosture shown) {
    Instant now = clock.instant();
    Posture posture = shown.posture();
    head = DomainHead.of(shown.domain(), texts);
    look = looks.state(shown);
    known = shown.known().value(Aspect.of(Observed.MX)).isPresent();
    probed = shown.isProbed();
    hosts = new MailHostRows(shown, now, texts).rows();
    List<Finding> uncovered =
        posture.mtaSts().findings().stream()
            .filter(finding -> finding.kind() == FindingCode.MX_NOT_IN_POLICY)
            .toList();
    findings =
        FindingRow.of(
            Stream.concat(posture.mail().findings().stream(), uncovered.stream()).toList(), texts);
    CertificateFacts ofPolicyHost = posture.mtaSts().certificate();
    policyHost = ofPolicyHost == null ? null : CertificateCard.of(ofPolicyHost, now, texts);
    policyHostFindings = FindingRow.of(posture.mtaSts().certificateFindings(), texts);
    verdict =
        FindingsVerdict.of(
            Stream.of(
                    posture.mail().allFindings(),
                    uncovered.stream(),
                    posture.mtaSts().certificateFindings().stream())
                .flatMap(some -> some)
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

  /** About all hosts, and those that the policy misses; what else is about one is there. */
  public List<FindingRow> getFindings() {
    return findings;
  }

  public List<MailHostRow> getHosts() {
    return hosts;
  }

  /** Where the MTA-STS policy is fetched. */
  public String getPolicyHostName() {
    return head == null ? "" : "mta-sts." + head.name();
  }

  /** Null where none was seen. */
  public @Nullable CertificateCard getPolicyHost() {
    return policyHost;
  }

  public List<FindingRow> getPolicyHostFindings() {
    return policyHostFindings;
  }

  /** Whether the MX records are known, be there any or none. */
  public boolean isKnown() {
    return known;
  }

  /** Whether mail servers are looked at, which is done for the owner of the domain only. */
  public boolean isProbed() {
    return probed;
  }
}

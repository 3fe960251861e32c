package farol.web.tools;

import farol.domain.posture.Posture.MailHost;
import farol.domain.published.CertificateFacts;
import farol.domain.published.Finding;
import farol.domain.survey.Observed;
import farol.tools.record.CheckedDomain;
import farol.tools.record.PolicySource;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import farol.web.reports.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a check found, thing by thing. */
final class Sections {
  private final CheckedDomain checked;
  private final Texts texts;

  Sections(CheckedDomain checked, Texts texts) {
    this.checked = checked;
    this.texts = texts;
  }

  Section tlsRpt() {
    return section(
        "tlsrpt",
        checked.tlsRptName(),
        Observed.TLSRPT_RECORD,
        List.of(),
        findings(
            Stream.of(checked.tlsRptUnanswered()), checked.posture().tlsRpt().findings().stream()));
  }

  Section mtaSts() {
    return section(
        "mta-sts",
        checked.mtaStsName(),
        Observed.MTASTS_RECORD,
        List.of(),
        findings(
            Stream.of(checked.mtaStsUnanswered(), checked.policyUnanswered()),
            checked.posture().mtaSts().findings().stream()));
  }

  /** One for each family of addresses; none where the policy has no host. */
  Stream<Section> policies() {
    List<PolicySource> policies = checked.policies();
    boolean isPointless =
        policies.stream().allMatch(PolicySource::isHostless)
            || (policies.stream().allMatch(PolicySource::isUnknown)
                && checked.posture().mtaSts().record() == null);
    return isPointless ? Stream.empty() : policies.stream().map(this::policy);
  }

  private Section policy(PolicySource policy) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(texts.get("tools.policy.result"), result(policy)));
    Fact.add(
        facts,
        texts.get(policy.isFetched() ? "tools.policy.media-type" : "tools.policy.detail"),
        policy.detail());
    if (policy.certificate() != null) {
      addCertificate(policy.certificate(), facts);
    }
    return new Section(
        "policy-" + policy.family(),
        texts.get("tools.policy." + policy.family()),
        checked.policyAddress(),
        "",
        facts,
        policy.body() == null ? "" : policy.body(),
        List.of());
  }

  /** In words, with the code that scripts see; a status has its number there. */
  private String result(PolicySource policy) {
    if (policy.isUnknown()) {
      return texts.get("tools.policy.unknown");
    }
    String kind = policy.code().startsWith("STATUS_") ? "STATUS" : policy.code();
    return texts.get("fetch." + kind) + " (" + policy.code() + ")";
  }

  private void addCertificate(CertificateFacts certificate, List<Fact> facts) {
    Fact.add(facts, texts.get("tools.certificate.subject"), certificate.subject());
    Fact.add(facts, texts.get("tools.certificate.names"), String.join(", ", certificate.names()));
    Fact.add(facts, texts.get("tools.certificate.issuer"), certificate.issuer());
    Fact.add(
        facts,
        texts.get("tools.certificate.validity"),
        texts.format(
            "report.window.value",
            texts.instant(certificate.validFrom()),
            texts.instant(certificate.validUntil())));
  }

  /** Each mail host, and whether the policy names it if one is in force. */
  Section mx() {
    List<Fact> facts =
        checked.isPolicyInForce()
            ? checked.posture().mail().hosts().stream().map(this::covered).toList()
            : List.of();
    return section(
        "mx",
        checked.name().value(),
        Observed.MX,
        facts,
        findings(Stream.of(checked.mxUnanswered()), checked.posture().mail().findings().stream()));
  }

  private Fact covered(MailHost host) {
    return new Fact(
        host.exchanger().target(),
        texts.get(host.isCovered() ? "tools.policy.covers" : "tools.policy.covers-not"));
  }

  /** The mail hosts, most preferred first. */
  Stream<Section> hosts() {
    List<MailHost> hosts = checked.posture().mail().hosts();
    return IntStream.range(0, hosts.size()).mapToObj(index -> host(hosts.get(index), index + 1));
  }

  private Section host(MailHost host, int number) {
    String target = host.exchanger().target();
    return new Section(
        "host-" + number,
        texts.format("tools.record-check.host", target),
        "_25._tcp." + target,
        texts.get("dane." + host.dane().name().toLowerCase(Locale.ROOT)),
        List.of(),
        checked.tlsa(host.exchanger()).orElse(""),
        FindingRow.of(host.findings(), texts));
  }

  private Section section(
      String id, String name, Observed kind, List<Fact> facts, List<FindingRow> findings) {
    return new Section(
        id,
        texts.get("tools.record-check." + id),
        name,
        "",
        facts,
        String.join("\n", checked.known().records(kind).orElse(List.of())),
        findings);
  }

  private List<FindingRow> findings(Stream<Optional<Finding>> unanswered, Stream<Finding> judged) {
    return FindingRow.of(
        Stream.concat(unanswered.flatMap(Optional::stream), judged).toList(), texts);
  }
}

package farol.web.tools;

import farol.domain.posture.Known;
import farol.domain.posture.Posture;
import farol.domain.posture.Posture.MailHost;
import farol.domain.shared.DomainName;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a record check found.
 *
 * @param unicode the domain as people write it
 * @param sections one for each thing that was looked at
 */
public record CheckResult(String domain, String unicode, List<Section> sections) {
  public CheckResult {
    sections = List.copyOf(sections);
  }

  /**
   * One thing that was looked at.
   *
   * @param id names it on the page
   * @param name where it is published
   * @param raw as published; outside text; empty where there is nothing
   * @param note what to say where nobody answered; else empty
   */
  public record Section(
      String id, String title, String name, String raw, String note, List<FindingRow> findings) {}

  static CheckResult of(DomainName domain, Known known, Posture posture, Texts texts) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        section(
            "tlsrpt",
            "_smtp._tls." + domain,
            known.records(Observed.TLSRPT_RECORD).map(CheckResult::lines),
            FindingRow.of(posture.tlsRpt().findings(), texts),
            texts));
    sections.add(
        section(
            "mta-sts",
            "_mta-sts." + domain,
            known.records(Observed.MTASTS_RECORD).map(CheckResult::lines),
            FindingRow.of(posture.mtaSts().findings(), texts),
            texts));
    policy(known)
        .ifPresent(
            policy ->
                sections.add(
                    section(
                        "policy",
                        "https://mta-sts." + domain + "/.well-known/mta-sts.txt",
                        Optional.of(policy),
                        List.of(),
                        texts)));
    sections.add(
        section(
            "mx",
            domain.value(),
            known.records(Observed.MX).map(CheckResult::lines),
            FindingRow.of(posture.mail().findings(), texts),
            texts));
    posture.mail().hosts().forEach(host -> sections.add(host(host, known, texts)));
    return new CheckResult(domain.value(), domain.unicode(), sections);
  }

  private static Section host(MailHost host, Known known, Texts texts) {
    String target = host.exchanger().target();
    String dane = texts.get("dane." + host.dane().name().toLowerCase(Locale.ROOT));
    return new Section(
        "host-" + target,
        texts.format("tools.record-check.host", target),
        "_25._tcp." + target,
        known.value(new Aspect(Observed.TLSA, target)).orElse(""),
        dane,
        FindingRow.of(host.findings(), texts));
  }

  private static Section section(
      String id, String name, Optional<String> raw, List<FindingRow> findings, Texts texts) {
    return new Section(
        id,
        texts.get("tools.record-check." + id),
        name,
        raw.orElse(""),
        raw.isPresent() ? "" : texts.get("tools.record-check.unanswered"),
        findings);
  }

  private static Optional<String> policy(Known known) {
    return Stream.of("ipv4", "ipv6")
        .flatMap(family -> known.value(new Aspect(Observed.MTASTS_POLICY, family)).stream())
        .findFirst();
  }

  private static String lines(List<String> records) {
    return String.join("\n", records);
  }
}

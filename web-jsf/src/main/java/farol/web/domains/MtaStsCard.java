package farol.web.domains;

import farol.domain.posture.Posture;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MxPattern;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A domain's MTA-STS record and policy.
 *
 * @param name where the record is published
 * @param raw as published, a line for each TXT record; empty where there is none
 * @param since when it was first seen so; null where nobody knows the record
 * @param address where the policy is fetched
 * @param facts what the policy says; none without one
 * @param patterns the hosts that it names; at most 50
 * @param fetches how fetching it went, by family of addresses
 * @param bodies the policy as fetched; two where the families differ
 */
public record MtaStsCard(
    String name,
    String raw,
    @Nullable Instant since,
    String address,
    List<Fact> facts,
    List<String> patterns,
    List<Fact> fetches,
    List<Body> bodies,
    List<FindingRow> findings) {
  private static final int MOST_PATTERNS = 50;

  /** Something with its name. */
  public record Fact(String label, String value) {}

  /**
   * A policy as fetched.
   *
   * @param label by which family of addresses
   * @param text outside text
   * @param since when it was first fetched so
   */
  public record Body(String label, String text, Instant since) {}

  public MtaStsCard {
    facts = List.copyOf(facts);
    patterns = List.copyOf(patterns);
    fetches = List.copyOf(fetches);
    bodies = List.copyOf(bodies);
    findings = List.copyOf(findings);
  }

  public boolean isKnown() {
    return since != null;
  }

  static MtaStsCard of(ShownPosture shown, Texts texts) {
    Posture.MtaSts mtaSts = shown.posture().mtaSts();
    Aspect aspect = Aspect.of(Observed.MTASTS_RECORD);
    MtaStsPolicy policy = mtaSts.policy();
    return new MtaStsCard(
        shown.domain().name().child("_mta-sts").value(),
        shown.known().value(aspect).orElse(""),
        shown.since(aspect),
        "https://mta-sts." + shown.domain().name() + "/.well-known/mta-sts.txt",
        policy == null ? List.of() : facts(policy, texts),
        policy == null
            ? List.of()
            : policy.mx().stream().map(MxPattern::value).limit(MOST_PATTERNS).toList(),
        fetches(shown),
        bodies(shown, texts),
        FindingRow.of(mtaSts.findings(), texts));
  }

  private static List<Fact> facts(MtaStsPolicy policy, Texts texts) {
    return List.of(
        new Fact(
            texts.get("published.policy.mode"),
            texts.get("published.policy.mode." + policy.mode().text())),
        new Fact(
            texts.get("published.policy.max-age"),
            texts.format(
                "published.policy.max-age.value",
                policy.maxAge().toSeconds(),
                policy.maxAge().toDays())));
  }

  private static List<Fact> fetches(ShownPosture shown) {
    return Family.stream()
        .flatMap(
            family ->
                shown
                    .known()
                    .value(new Aspect(Observed.POLICY_FETCH, family.key()))
                    .map(went -> new Fact(family.label(), went.replace("\n", ", ")))
                    .stream())
        .toList();
  }

  private static List<Body> bodies(ShownPosture shown, Texts texts) {
    List<Body> bodies = new ArrayList<>();
    Family.stream()
        .forEach(
            family ->
                body(shown, family)
                    .ifPresent(
                        body -> {
                          if (bodies.stream().noneMatch(one -> one.text().equals(body.text()))) {
                            bodies.add(body);
                          }
                        }));
    return bodies.size() == 1
        ? List.of(
            new Body(
                texts.get("published.policy.raw"), bodies.get(0).text(), bodies.get(0).since()))
        : bodies;
  }

  private static Optional<Body> body(ShownPosture shown, Family family) {
    Aspect aspect = new Aspect(Observed.MTASTS_POLICY, family.key());
    return Optional.ofNullable(shown.known().sightings().get(aspect))
        .map(seen -> new Body(family.label(), seen.value(), seen.since()));
  }

  private enum Family {
    IPV4("ipv4", "IPv4"),
    IPV6("ipv6", "IPv6");

    private final String key;
    private final String label;

    Family(String key, String label) {
      this.key = key;
      this.label = label;
    }

    String key() {
      return key;
    }

    String label() {
      return label;
    }

    static Stream<Family> stream() {
      return Stream.of(values());
    }
  }
}

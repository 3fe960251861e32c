package farol.web.domains;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedPolicy;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import farol.domain.shared.DomainName;
import farol.web.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form for a policy, filled in with what somebody entered, else what is served, else a
 * beginning: testing, for the mail hosts as last seen.
 *
 * @param patterns a line each; outside text
 * @param seconds {@code max_age}, where it is none of the ages
 * @param proposed patterns for the mail hosts, a line each; empty where none is known
 */
public record PolicyForm(
    List<Choice> modes, String patterns, List<Choice> ages, String seconds, String proposed) {
  private static final String WEEK = "604800";

  /** {@code max_age} in seconds, as far as choices are sensible. */
  private static final List<String> AGES =
      List.of("86400", WEEK, "1209600", "2592000", "7776000", "15552000", "31557600");

  /** One of several. */
  public record Choice(String value, String text, String help, boolean selected) {}

  static PolicyForm of(
      PolicyDraft draft, HostedPolicies policies, List<DomainName> hosts, Texts texts) {
    String proposed = lines(hosts.stream().map(MxPattern::of).toList());
    PolicyDraft shown = draft.isGiven() && !draft.isStop() ? draft : served(policies, proposed);
    String age = AGES.contains(shown.age()) ? shown.age() : PolicyDraft.OTHER;
    return new PolicyForm(
        Stream.of(Mode.TESTING, Mode.ENFORCE, Mode.NONE)
            .map(mode -> mode(mode, mode.text().equals(shown.mode()), texts))
            .toList(),
        shown.patterns(),
        Stream.concat(AGES.stream(), Stream.of(PolicyDraft.OTHER))
            .map(each -> age(each, each.equals(age), texts))
            .toList(),
        age.equals(PolicyDraft.OTHER) ? seconds(shown) : "",
        proposed);
  }

  private static String seconds(PolicyDraft shown) {
    return shown.age().equals(PolicyDraft.OTHER) ? shown.seconds() : shown.age();
  }

  private static PolicyDraft served(HostedPolicies policies, String proposed) {
    Optional<MtaStsPolicy> policy = policies.current().map(HostedPolicy::policy);
    return policy
        .map(
            current ->
                new PolicyDraft(
                    current.mode().text(),
                    lines(current.mx()),
                    String.valueOf(current.maxAge().toSeconds()),
                    ""))
        .orElseGet(() -> new PolicyDraft(Mode.TESTING.text(), proposed, WEEK, ""));
  }

  private static Choice mode(Mode mode, boolean selected, Texts texts) {
    String key = "hosting.mode." + mode.text();
    return new Choice(mode.text(), texts.get(key), texts.get(key + ".help"), selected);
  }

  private static Choice age(String value, boolean selected, Texts texts) {
    return new Choice(value, texts.get("hosting.age." + value), "", selected);
  }

  private static String lines(List<MxPattern> patterns) {
    return patterns.stream().map(MxPattern::value).collect(Collectors.joining("\n"));
  }
}

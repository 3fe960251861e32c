package farol.web.domains;

import farol.domain.monitored.Absence;
import farol.domain.monitored.MonitoredDomain;
import farol.web.kit.Texts;

/**
 * What stands at the top of each of a domain's pages.
 *
 * @param unicode the name in other scripts, where it has one; else empty
 * @param tone names its state in the style sheet
 * @param query the parameters that lead to this domain
 * @param notice what its owner must do for it to stay, or be again, verified; else empty
 */
public record DomainHead(
    String name,
    String unicode,
    String tone,
    String state,
    boolean demo,
    String query,
    String notice) {
  static DomainHead of(MonitoredDomain domain, Texts texts) {
    String name = domain.name().value();
    String unicode = domain.name().unicode();
    return new DomainHead(
        name,
        unicode.equals(name) ? "" : unicode,
        tone(domain),
        texts.get("state." + domain.state().name()),
        domain.isDemo(),
        "name=" + name,
        domain.absence().map(absence -> notice(domain, absence, texts)).orElse(""));
  }

  private static String notice(MonitoredDomain domain, Absence absence, Texts texts) {
    String since = texts.instant(absence.since());
    return domain.isVerified()
        ? texts.format("absence.noticed", since, texts.instant(absence.end()))
        : texts.format("absence.suspended", since);
  }

  static String tone(MonitoredDomain domain) {
    return switch (domain.state()) {
      case VERIFIED -> "ok";
      case PENDING -> "waiting";
      case SUSPENDED -> "refused";
    };
  }
}

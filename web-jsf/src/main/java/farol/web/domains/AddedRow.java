package farol.web.domains;

import farol.domain.lookup.OutsideText;
import farol.domain.monitored.DomainRefusedException;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.shared.Excerpt;
import farol.web.kit.Texts;

/**
 * What became of one of several names.
 *
 * @param entered the name as it was typed, as far as it is safe to show
 * @param added whether it is there only now
 * @param tone names in the style sheet how it went
 * @param result in a word or two
 * @param href the domain's page; empty where the account does not have it
 * @param text says where the link leads; without one, why the name was refused
 */
public record AddedRow(
    String entered, boolean added, String tone, String result, String href, String text) {
  static AddedRow added(String entered, MonitoredDomain domain, Texts texts) {
    return new AddedRow(
        shown(entered),
        true,
        "ok",
        texts.get("add-several.added"),
        "domain?name=" + domain.name(),
        texts.format("add-several.setup", domain.name()));
  }

  static AddedRow refused(String entered, DomainRefusedException refused, Texts texts) {
    String shown = shown(entered);
    String reason = refused.reason().name();
    return new AddedRow(
        shown,
        false,
        tone(refused.reason()),
        texts.get("add-several.refused." + reason),
        href(entered, refused.reason()),
        texts.format("add.refused." + reason, shown));
  }

  /** Whether there is a page to show. */
  public boolean isThere() {
    return !href.isEmpty();
  }

  private static String shown(String entered) {
    return OutsideText.safe(Excerpt.of(entered));
  }

  private static String tone(DomainRefusedException.Reason reason) {
    return switch (reason) {
      case ALREADY_MONITORED -> "information";
      case NOT_REGISTRABLE, DOMAIN_LIMIT -> "refused";
    };
  }

  private static String href(String entered, DomainRefusedException.Reason reason) {
    return switch (reason) {
      case ALREADY_MONITORED -> "domain?name=" + OwnDomain.nameOf(entered).orElseThrow();
      case NOT_REGISTRABLE, DOMAIN_LIMIT -> "";
    };
  }
}

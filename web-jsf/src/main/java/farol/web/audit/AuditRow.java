package farol.web.audit;

import farol.domain.audit.AuditEntry;
import farol.domain.lookup.OutsideText;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.Map;

/**
 * An entry in the table. What it quotes is safe to show.
 *
 * @param actor by whom. Outside text: directories hold any names, as do tokens
 * @param shownActor the same, safe to show
 * @param address empty where nobody asked for it by the network
 * @param account whose it is, or that it is the installation's
 * @param what a sentence
 * @param before empty where there is nothing to say
 */
public record AuditRow(
    Instant at,
    String actor,
    String shownActor,
    String address,
    String account,
    String what,
    String before,
    String after) {

  static AuditRow of(AuditEntry entry, Map<Long, String> founders, Texts texts) {
    return new AuditRow(
        entry.at(),
        entry.actor(),
        OutsideText.safe(entry.actor()),
        entry.address().orElse(""),
        entry
            .accountId()
            .map(id -> OutsideText.safe(founders.getOrDefault(id, String.valueOf(id))))
            .orElseGet(() -> texts.get("audit.installation")),
        texts.format("audit.action." + entry.action().name(), entry.subject()),
        entry.before().map(AuditRow::shown).orElse(""),
        entry.after().map(AuditRow::shown).orElse(""));
  }

  /** A policy has several lines. */
  private static String shown(String value) {
    return OutsideText.safeLines(value.strip());
  }

  /** Whether it tells more than that it happened. */
  public boolean isDetailed() {
    return !before.isEmpty() || !after.isEmpty();
  }
}

package farol.web.audit;

import farol.domain.audit.AuditEntry;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.Map;

/**
 * An entry in the table.
 *
 * @param address empty where nobody asked for it by the network
 * @param account whose it is, or that it is the installation's
 * @param what a sentence
 * @param before empty where there is nothing to say
 */
public record AuditRow(
    Instant at,
    String actor,
    String address,
    String account,
    String what,
    String before,
    String after) {

  static AuditRow of(AuditEntry entry, Map<Long, String> founders, Texts texts) {
    return new AuditRow(
        entry.at(),
        entry.actor(),
        entry.address().orElse(""),
        entry
            .accountId()
            .map(id -> founders.getOrDefault(id, String.valueOf(id)))
            .orElseGet(() -> texts.get("audit.installation")),
        texts.format("audit.action." + entry.action().name(), entry.subject()),
        entry.before().map(String::strip).orElse(""),
        entry.after().map(String::strip).orElse(""));
  }

  /** Whether it tells more than that it happened. */
  public boolean isDetailed() {
    return !before.isEmpty() || !after.isEmpty();
  }
}

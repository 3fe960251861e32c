package farol.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param accountId null: those of all accounts and of the installation
 * @param actor whose, exactly; null: everybody's
 * @param action null: all
 */
public record AuditFilter(
    @Nullable Long accountId, @Nullable String actor, @Nullable AuditAction action) {

  /** All of one account. */
  public static AuditFilter of(long accountId) {
    return new AuditFilter(accountId, null, null);
  }

  /** All of the installation: what only auditors and operators may see. */
  public static AuditFilter ofAll() {
    return new AuditFilter(null, null, null);
  }

  public AuditFilter by(@Nullable String actor, @Nullable AuditAction action) {
    return new AuditFilter(accountId, actor, action);
  }
}

package farol.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * What was changed.
 *
 * @param subject the name of what it happened to; never a secret
 * @param before null where there was nothing, or where it is the same or a secret
 * @param after null where there is nothing any more, or where it is the same or a secret
 */
public record Change(
    AuditAction action, String subject, @Nullable String before, @Nullable String after) {

  /** One that is told by its name alone. */
  public static Change of(AuditAction action, String subject) {
    return new Change(action, subject, null, null);
  }
}

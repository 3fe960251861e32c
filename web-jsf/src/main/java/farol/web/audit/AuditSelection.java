package farol.web.audit;

import farol.domain.account.Role;
import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditFilter;
import farol.web.kit.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which entries an address asks for. */
@Dependent
public class AuditSelection {
  @Inject SignedIn signedIn;

  /**
   * What is asked for, of the account or of the whole installation.
   *
   * @param all {@code true} for the installation
   * @param actor whose; null or empty: everybody's
   * @param action of which kind; null, or none's name: all
   * @throws farol.web.kit.NotAllowedException for who may not see it
   */
  public AuditFilter filter(@Nullable String all, @Nullable String actor, @Nullable String action) {
    return whole(all).by(person(actor), action(action).orElse(null));
  }

  /** No name has control characters, and the database can't be asked for all of them. */
  static @Nullable String person(@Nullable String actor) {
    return actor == null || actor.isBlank()
        ? null
        : actor.strip().replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  private AuditFilter whole(@Nullable String all) {
    if (isOfAll(all)) {
      signedIn.requireAuditor();
      return AuditFilter.ofAll();
    }
    signedIn.require(Role.OWNER);
    return AuditFilter.of(signedIn.accountId());
  }

  static boolean isOfAll(@Nullable String all) {
    return "true".equals(all);
  }

  private static Optional<AuditAction> action(@Nullable String name) {
    return Arrays.stream(AuditAction.values())
        .filter(action -> action.name().equals(name))
        .findFirst();
  }
}

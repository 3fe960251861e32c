package farol.web.kit;

import farol.domain.account.Account;
import farol.domain.account.AccountService;
import farol.domain.account.Member;
import farol.domain.account.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The person at the browser, and the account that this person works in. */
@Named
@RequestScoped
public class SignedIn {
  @Inject HttpServletRequest request;
  @Inject AccountService accounts;

  private @Nullable Member member; // null until asked for

  /** Whether there is one: pages that are open to all are seen by others, too. */
  public boolean isKnown() {
    return request.getUserPrincipal() != null;
  }

  /** The name in the user registry. */
  public String getName() {
    Principal principal = request.getUserPrincipal();
    if (principal == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return principal.getName();
  }

  public boolean isOperator() {
    return request.isUserInRole("operator");
  }

  /** Every query of a page is bound to this account. */
  public long accountId() {
    return account().id();
  }

  /** The account that this person works in. */
  public Account account() {
    return member().account();
  }

  /** What this person may do in it. */
  public Role role() {
    return member().role();
  }

  /**
   * Ends an action that this person's role does not allow.
   *
   * @throws NotAllowedException if it does not
   */
  public void require(Role needed) {
    if (!role().includes(needed)) {
      throw new NotAllowedException(needed);
    }
  }

  /** Whether this person may change domains and reports. */
  public boolean isAnalyst() {
    return isKnown() && role().includes(Role.ANALYST);
  }

  /** Whether this person may change everything. */
  public boolean isOwner() {
    return isKnown() && role().includes(Role.OWNER);
  }

  private Member member() {
    Member found = member == null ? accounts.memberOf(getName()) : member;
    member = found;
    return found;
  }
}

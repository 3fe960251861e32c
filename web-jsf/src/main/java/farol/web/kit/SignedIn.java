package farol.web.kit;

import farol.domain.account.AccountService;
import farol.domain.account.Member;
import farol.domain.account.Role;
import farol.domain.audit.Actor;
import farol.domain.token.ApiToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The person at the browser, or the script that calls by a token, and the account in which either
 * works.
 */
@Named
@RequestScoped
public class SignedIn {
  @Inject HttpServletRequest request;
  @Inject AccountService accounts;
  @Inject Senders senders;

  private @Nullable ApiToken token; // null for a person
  private @Nullable Member member; // null until asked for

  /** Has a script work by its token in this request. It is nobody of the user registry. */
  public void actBy(ApiToken given) {
    token = given;
  }

  /** Whether there is one: pages that are open to all are seen by others, too. */
  public boolean isKnown() {
    return token != null || request.getUserPrincipal() != null;
  }

  /** The name in the user registry; of a script, {@code token NAME}. */
  public String getName() {
    if (token != null) {
      return "token " + token.name();
    }
    Principal principal = request.getUserPrincipal();
    if (principal == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return principal.getName();
  }

  /** As whom the audit log knows them. */
  public Actor actor() {
    return new Actor(getName(), senders.of(request).toString());
  }

  public boolean isOperator() {
    return token == null && request.isUserInRole("operator");
  }

  /** Whether they may see the audit log of all accounts. */
  public boolean isAuditor() {
    return isOperator() || (token == null && request.isUserInRole("auditor"));
  }

  /** Every query of a page is bound to this account. */
  public long accountId() {
    return token == null ? member().account().id() : token.accountId();
  }

  /** What they may do in it. */
  public Role role() {
    return token == null ? member().role() : token.scope().role();
  }

  /**
   * Ends an action that this role does not allow.
   *
   * @throws NotAllowedException if it does not
   */
  public void require(Role needed) {
    if (!role().includes(needed)) {
      throw NotAllowedException.takes("the role of " + needed.text() + " in the account");
    }
  }

  /**
   * Ends what is for auditors and operators of the installation only.
   *
   * @throws NotAllowedException for everybody else
   */
  public void requireAuditor() {
    if (!isAuditor()) {
      throw NotAllowedException.takes("an auditor or operator of the installation");
    }
  }

  /**
   * Ends an action that is for operators of the installation.
   *
   * @throws NotAllowedException for everybody else
   */
  public void requireOperator() {
    if (!isOperator()) {
      throw NotAllowedException.takes("an operator of the installation");
    }
  }

  /** Whether they may change domains and reports. */
  public boolean isAnalyst() {
    return isKnown() && role().includes(Role.ANALYST);
  }

  /** Whether they may change everything. */
  public boolean isOwner() {
    return isKnown() && role().includes(Role.OWNER);
  }

  private Member member() {
    Member found = member == null ? accounts.memberOf(getName()) : member;
    member = found;
    return found;
  }
}

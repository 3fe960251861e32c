package farol.web.kit;

import farol.domain.account.AccountService;
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

  private @Nullable Long accountId; // null until asked for

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
    if (accountId == null) {
      accountId = accounts.accountOf(getName()).id();
    }
    return accountId;
  }
}

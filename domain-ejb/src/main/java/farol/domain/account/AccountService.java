package farol.domain.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Which account a signed-in user works in. */
@Stateless
public class AccountService {
  @Inject AccountStore accounts;
  @Inject Clock clock;

  /**
   * The account of a user: the one joined first, or a new one that the user founds where there is
   * none.
   *
   * @param userName as the user registry has it
   */
  public Account accountOf(String userName) {
    return accounts
        .findOfUser(userName)
        .orElseGet(
            () -> {
              accounts.found(userName, clock.instant());
              return accounts.findOfUser(userName).orElseThrow();
            });
  }
}

package farol.domain.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Which account a signed-in user works in. */
@Stateless
public class AccountService {
  @Inject AccountStore accounts;
  @Inject Clock clock;

  /**
   * The account of a user: the one chosen last, else the one joined first, or a new one that the
   * user founds where there is none.
   *
   * @param userName as the user registry has it
   */
  public Account accountOf(String userName) {
    return memberOf(userName).account();
  }

  /** The user's place in that account. */
  public Member memberOf(String userName) {
    return accounts
        .findMember(userName)
        .orElseGet(
            () -> {
              accounts.found(userName, clock.instant());
              return accounts.findMember(userName).orElseThrow();
            });
  }

  /** The user's places in all accounts, the one where the user works first. */
  public List<Member> membershipsOf(String userName) {
    return accounts.memberships(userName);
  }

  /**
   * Has a user work in another account from now on, in every browser; false where the user is no
   * member of it.
   */
  public boolean choose(String userName, long accountId) {
    return accounts
        .member(accountId, userName)
        .map(
            member -> {
              member.choose(clock.instant());
              return true;
            })
        .orElse(false);
  }
}

package farol.domain.account;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which account a signed-in user works in. */
@Stateless
public class AccountService {
  @Inject AccountStore accounts;
  @Inject AuditLog audit;
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
    return accounts.findMember(userName).orElseGet(() -> found(userName));
  }

  private Member found(String userName) {
    boolean isNew = accounts.found(userName, clock.instant());
    Member founder = accounts.findMember(userName).orElseThrow();
    if (isNew) {
      audit.record(founder.account().id(), Change.of(AuditAction.ACCOUNT_FOUNDED, userName));
    }
    return founder;
  }

  /** By the keys of accounts, who founded them: what people call an account by. */
  public Map<Long, String> founders(Set<Long> accountIds) {
    return accounts.find(accountIds).stream()
        .collect(Collectors.toMap(Account::id, Account::founder));
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

package farol.domain.account;

import farol.domain.account.MemberRefusedException.Reason;
import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.user.UserService;
import farol.settings.Settings;
import farol.settings.SignInMethod;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The people in an account. It never is without an owner. Whoever is added works in the account
 * with the next request. Where a directory knows who signs in, a name that nobody has used yet
 * waits for somebody who has it there.
 */
@Stateless
public class MemberService {
  /** What the table of members takes. */
  static final int LONGEST_NAME = 200;

  @Inject AccountStore accounts;
  @Inject AuditLog audit;
  @Inject UserService users;
  @Inject Settings settings;
  @Inject Clock clock;

  /** All of them, in the order of their names. */
  public List<Member> list(long accountId) {
    return accounts.members(accountId);
  }

  /**
   * Adds a member.
   *
   * @param userName as the user registry has it; blanks around it are dropped
   * @throws MemberRefusedException if it is no name, nobody's, or a member's
   */
  public Member add(long accountId, String userName, Role role) {
    String name = userName.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new MemberRefusedException(
          Reason.NOT_A_NAME,
          "a user's name has 1 to "
              + LONGEST_NAME
              + " characters, none of them a control character");
    }
    if (!SignInMethod.of(settings).isExternal() && !users.isKnown(name)) {
      throw new MemberRefusedException(
          Reason.UNKNOWN_USER, "nobody signs in by this name; an operator adds users");
    }
    Account account = accounts.lock(accountId);
    if (accounts.member(accountId, name).isPresent()) {
      throw new MemberRefusedException(
          Reason.ALREADY_MEMBER, "this account already has this member");
    }
    audit.record(accountId, new Change(AuditAction.MEMBER_ADDED, name, null, role.text()));
    return accounts.add(new Member(account, name, role, clock.instant()));
  }

  /**
   * Gives a member another role; empty where the account has no such member.
   *
   * @throws MemberRefusedException if it is the last owner
   */
  public Optional<Member> changeRole(long accountId, String userName, Role role) {
    return changed(
        accountId,
        userName,
        member -> {
          Role before = member.role();
          if (role != before) {
            member.become(role);
            audit.record(
                accountId,
                new Change(AuditAction.MEMBER_CHANGED, userName, before.text(), role.text()));
          }
        });
  }

  /**
   * Takes a member out of the account; false where it has no such member.
   *
   * @throws MemberRefusedException if it is the last owner
   */
  public boolean remove(long accountId, String userName) {
    return changed(
            accountId,
            userName,
            member -> {
              accounts.remove(member);
              audit.record(
                  accountId,
                  new Change(AuditAction.MEMBER_REMOVED, userName, member.role().text(), null));
            })
        .isPresent();
  }

  private Optional<Member> changed(long accountId, String userName, Consumer<Member> change) {
    var unused = accounts.lock(accountId);
    Optional<Member> member = accounts.member(accountId, userName);
    member.ifPresent(change);
    if (accounts.members(accountId).stream().noneMatch(Member::isOwner)) {
      throw new MemberRefusedException(Reason.LAST_OWNER, "an account keeps at least one owner");
    }
    return member;
  }
}

package farol.web.people;

import farol.domain.account.Member;
import farol.web.kit.Texts;

/**
 * An account that the person is a member of.
 *
 * @param here whether the person works in it now
 * @param chooseText names the button for screen readers
 */
public record AccountRow(long id, String name, String role, boolean here, String chooseText) {

  static AccountRow of(Member member, long here, Texts texts) {
    String name = texts.format("account.of", member.account().founder());
    return new AccountRow(
        member.account().id(),
        name,
        texts.get("role." + member.role().name()),
        member.account().id() == here,
        texts.format("account.choose.label", name));
  }
}

package farol.web.people;

import farol.domain.account.Member;
import farol.domain.account.Role;
import farol.domain.lookup.OutsideText;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A member in the table.
 *
 * @param name by which the member is known. Outside text: directories hold any
 * @param shown the same, safe to show
 * @param self whether it is the person at the browser
 * @param others the roles that the member could have instead
 * @param removeText names the button for screen readers
 */
public record MemberRow(
    String name,
    String shown,
    boolean self,
    String role,
    String roleText,
    Instant joinedAt,
    List<RoleChange> others,
    String removeText) {

  /**
   * A role that the member could have instead.
   *
   * @param text what the button says
   * @param label the same for screen readers, with the member's name
   */
  public record RoleChange(Role role, String text, String label) {}

  static MemberRow of(Member member, String person, Texts texts) {
    String name = member.userName();
    return new MemberRow(
        name,
        OutsideText.safe(name),
        name.equals(person),
        texts.get("role." + member.role().name()),
        texts.get("role." + member.role().name() + ".text"),
        member.joinedAt(),
        Arrays.stream(Role.values())
            .filter(role -> role != member.role())
            .map(role -> change(role, name, texts))
            .toList(),
        texts.format("people.remove.label", name));
  }

  private static RoleChange change(Role role, String name, Texts texts) {
    String shown = texts.get("role." + role.name());
    return new RoleChange(
        role, texts.format("people.make", shown), texts.format("people.make.label", name, shown));
  }
}

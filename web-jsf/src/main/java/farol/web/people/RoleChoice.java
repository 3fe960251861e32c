package farol.web.people;

import farol.domain.account.Role;
import farol.web.kit.Texts;

/** A role to choose, and what it allows. */
public record RoleChoice(Role role, String name, String text) {

  static RoleChoice of(Role role, Texts texts) {
    return new RoleChoice(
        role, texts.get("role." + role.name()), texts.get("role." + role.name() + ".text"));
  }
}

package farol.web.people;

import farol.domain.account.AccountService;
import farol.domain.account.Member;
import farol.domain.account.MemberRefusedException;
import farol.domain.account.MemberService;
import farol.domain.account.Role;
import farol.domain.shared.Excerpt;
import farol.web.access.AtLeast;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.ShownRows;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of the account, and the other accounts that the person may work in. */
@Named("people")
@RequestScoped
public class PeopleView {
  @Inject MemberService members;
  @Inject AccountService accounts;
  @Inject SignedIn signedIn;
  @Inject ShownRows shownRows;
  @Inject Texts texts;

  private List<MemberRow> rows = List.of();
  private List<AccountRow> ownAccounts = List.of();
  private List<RoleChoice> roles = List.of();
  private String newName = "";
  private Role newRole = Role.ANALYST;

  /** Early, since a button is found again only in a row that is there. */
  @PostConstruct
  void load() {
    String name = signedIn.getName();
    long here = signedIn.accountId();
    rows = members.list(here).stream().map(member -> MemberRow.of(member, name, texts)).toList();
    ownAccounts =
        accounts.membershipsOf(name).stream()
            .map(member -> AccountRow.of(member, here, texts))
            .toList();
    roles = Arrays.stream(Role.values()).map(role -> RoleChoice.of(role, texts)).toList();
  }

  /** Adds a member. */
  @AtLeast(Role.OWNER)
  public @Nullable String add() {
    try {
      Member added = members.add(signedIn.accountId(), newName, newRole);
      Messages.done(texts.format("people.added", added.userName()));
      return Outcome.samePage();
    } catch (MemberRefusedException refused) {
      Messages.error("person-name", refusal(refused, newName));
      return null;
    }
  }

  /** Gives a member another role. */
  @AtLeast(Role.OWNER)
  public @Nullable String change(String name, Role role) {
    if (!shownRows.areStill("shown", getShown())) {
      return Outcome.samePage();
    }
    try {
      if (members.changeRole(signedIn.accountId(), name, role).isEmpty()) {
        Outcome.notFound();
        return null;
      }
      Messages.done(texts.format("people.changed", name, texts.get("role." + role.name())));
    } catch (MemberRefusedException refused) {
      Messages.failed(refusal(refused, name));
    }
    return Outcome.samePage();
  }

  /** Takes a member out of the account. */
  @AtLeast(Role.OWNER)
  public @Nullable String remove(String name) {
    if (!shownRows.areStill("shown", getShown())) {
      return Outcome.samePage();
    }
    try {
      if (!members.remove(signedIn.accountId(), name)) {
        Outcome.notFound();
        return null;
      }
      Messages.done(texts.format("people.removed", name));
    } catch (MemberRefusedException refused) {
      Messages.failed(refusal(refused, name));
    }
    return Outcome.samePage();
  }

  /** Works in another account from now on. */
  public @Nullable String choose(long accountId) {
    if (!shownRows.areStill("shown", getShownAccounts())) {
      return Outcome.samePage();
    }
    if (!accounts.choose(signedIn.getName(), accountId)) {
      Outcome.notFound();
      return null;
    }
    return "/index.xhtml?faces-redirect=true";
  }

  private String refusal(MemberRefusedException refused, String name) {
    return texts.format("people.refused." + refused.reason().name(), Excerpt.of(name.strip()));
  }

  public List<MemberRow> getRows() {
    return rows;
  }

  /** Which members the page shows, as what: a row has other buttons in another role. */
  public String getShown() {
    return ShownRows.of(rows.stream().map(row -> row.role() + ' ' + row.name()));
  }

  /** Which accounts the page shows. */
  public String getShownAccounts() {
    return ShownRows.of(ownAccounts.stream().map(AccountRow::id));
  }

  public List<AccountRow> getAccounts() {
    return ownAccounts;
  }

  public List<RoleChoice> getRoles() {
    return roles;
  }

  public String getNewName() {
    return newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }

  public Role getNewRole() {
    return newRole;
  }

  public void setNewRole(Role newRole) {
    this.newRole = newRole;
  }
}

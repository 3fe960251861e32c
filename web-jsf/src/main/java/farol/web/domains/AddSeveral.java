package farol.web.domains;

import farol.domain.account.Role;
import farol.domain.monitored.DomainRefusedException;
import farol.domain.monitored.MonitoredDomainService;
import farol.web.access.AtLeast;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Claims several domains at once, each by itself: one that is refused stops no other. */
@Named
@RequestScoped
public class AddSeveral {
  private static final int MOST = 100;

  @Inject MonitoredDomainService domains;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private String names = "";
  private List<AddedRow> rows = List.of();
  private String summary = "";
  private boolean complete;

  /** Shows the page to those only who may add domains. */
  public void guard() {
    if (!signedIn.isAnalyst()) {
      Outcome.forbidden();
    }
  }

  /** Leaves in the field what is too much for once. */
  @AtLeast(Role.ANALYST)
  public void add() {
    NameList given = NameList.of(names, MOST);
    if (given.first().isEmpty()) {
      Messages.error("names", texts.get("add.required"));
      return;
    }
    rows = given.first().stream().map(this::add).toList();
    names = String.join("\n", given.rest());
    complete = given.rest().isEmpty() && rows.stream().allMatch(AddedRow::isThere);
    summary = summary(given.rest().size());
  }

  private AddedRow add(String name) {
    try {
      return AddedRow.added(name, domains.add(signedIn.accountId(), name), texts);
    } catch (DomainRefusedException refused) {
      return AddedRow.refused(name, refused, texts);
    }
  }

  private String summary(int left) {
    long added = rows.stream().filter(AddedRow::added).count();
    String done = texts.format("add-several.summary", added, rows.size());
    return left == 0 ? done : done + " " + texts.format("add-several.left", left, MOST);
  }

  public String getNames() {
    return names;
  }

  public void setNames(String names) {
    this.names = names;
  }

  /** How names are told apart, and how many may be added at once. */
  public String getHint() {
    return texts.format("add-several.hint", MOST);
  }

  /** Whether anything has been entered. */
  public boolean isTried() {
    return !rows.isEmpty();
  }

  /** Names in the style sheet whether all are there. */
  public String getTone() {
    return complete ? "ok" : "information";
  }

  public String getSummary() {
    return summary;
  }

  public List<AddedRow> getRows() {
    return rows;
  }
}

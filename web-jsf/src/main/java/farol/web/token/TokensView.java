package farol.web.token;

import farol.domain.account.Role;
import farol.domain.shared.Excerpt;
import farol.domain.token.IssuedToken;
import farol.domain.token.TokenOrder;
import farol.domain.token.TokenRefusedException;
import farol.domain.token.TokenScope;
import farol.domain.token.TokenService;
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
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account's tokens, for its owners. */
@Named("tokens")
@RequestScoped
public class TokensView {
  private static final List<Integer> LIVES = List.of(30, 90, 365); // days

  @Inject TokenService tokens;
  @Inject SignedIn signedIn;
  @Inject ShownRows shownRows;
  @Inject Texts texts;
  @Inject Clock clock;

  private List<TokenRow> rows = List.of();
  private String newName = "";
  private TokenScope newScope = TokenScope.READ;
  private int newDays = 90;
  private @Nullable String made; // the token, this once

  /** Something that can be chosen. */
  public record Choice(Object value, String text) {}

  /** Early, since a button is found again only in a row that is there. */
  @PostConstruct
  void load() {
    if (signedIn.isOwner()) {
      rows =
          tokens.list(signedIn.accountId()).stream()
              .map(token -> TokenRow.of(token, clock.instant(), texts))
              .toList();
    }
  }

  /** Ends the request of who is no owner. */
  public void guard() {
    if (!signedIn.isOwner()) {
      Outcome.forbidden();
    }
  }

  /** Makes a token and shows it in the answer, so that it is kept nowhere. */
  @AtLeast(Role.OWNER)
  public @Nullable String create() {
    try {
      IssuedToken issued =
          tokens.create(
              signedIn.accountId(),
              signedIn.getName(),
              new TokenOrder(newName, newScope, Duration.ofDays(newDays)));
      made = issued.secret().value();
      newName = "";
      load();
    } catch (TokenRefusedException refused) {
      Messages.error(
          "token-name",
          texts.format("token.refused." + refused.reason().name(), Excerpt.of(newName.strip())));
    }
    return null;
  }

  /** Ends a token. */
  @AtLeast(Role.OWNER)
  public @Nullable String revoke(long id, String name) {
    if (!shownRows.areStill("shown", getShown())) {
      return Outcome.samePage();
    }
    if (!tokens.revoke(signedIn.accountId(), id)) {
      Outcome.notFound();
      return null;
    }
    Messages.done(texts.format("token.revoked", name));
    return Outcome.samePage();
  }

  public List<Choice> getScopes() {
    return Arrays.stream(TokenScope.values())
        .map(scope -> new Choice(scope, texts.get("token.scope." + scope.name())))
        .toList();
  }

  public List<Choice> getLives() {
    return LIVES.stream().map(days -> new Choice(days, texts.format("token.days", days))).toList();
  }

  public List<TokenRow> getRows() {
    return rows;
  }

  /** Which tokens the page shows. */
  public String getShown() {
    return ShownRows.of(rows.stream().map(TokenRow::id));
  }

  public @Nullable String getMade() {
    return made;
  }

  public String getNewName() {
    return newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }

  public TokenScope getNewScope() {
    return newScope;
  }

  public void setNewScope(TokenScope newScope) {
    this.newScope = newScope;
  }

  public int getNewDays() {
    return newDays;
  }

  public void setNewDays(int newDays) {
    this.newDays = newDays;
  }
}

package farol.domain.token;

import farol.domain.audit.AuditAction;
import farol.domain.audit.AuditLog;
import farol.domain.audit.Change;
import farol.domain.token.TokenRefusedException.Reason;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The tokens by which scripts work in an account. */
@Stateless
public class TokenService {
  private static final int MOST = 50;

  @Inject TokenStore tokens;
  @Inject AuditLog audit;
  @Inject Clock clock;

  /** All of an account, expired ones too, in the order of their names. */
  public List<ApiToken> list(long accountId) {
    return tokens.ofAccount(accountId);
  }

  /**
   * Makes a token.
   *
   * @param creator the user who does
   * @throws TokenRefusedException if the account has one of that name, or as many as it may
   */
  public IssuedToken create(long accountId, String creator, TokenOrder order) {
    tokens.lockAccount(accountId);
    List<ApiToken> all = tokens.ofAccount(accountId);
    if (all.size() >= MOST) {
      throw new TokenRefusedException(
          Reason.TOKEN_LIMIT, "an account has " + MOST + " tokens at most, and this one does");
    }
    if (all.stream().anyMatch(token -> token.name().equals(order.name()))) {
      throw new TokenRefusedException(
          Reason.ALREADY_NAMED, "this account already has a token of this name");
    }
    TokenSecret secret = TokenSecret.random();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    ApiToken token = new ApiToken(accountId, order, secret, creator, now);
    tokens.add(token);
    audit.record(
        accountId,
        new Change(
            AuditAction.TOKEN_CREATED,
            token.name(),
            null,
            token.scope().text() + ", until " + token.expiresAt()));
    return new IssuedToken(token, secret);
  }

  /** Ends a token; false where the account has no such token. */
  public boolean revoke(long accountId, long id) {
    Optional<ApiToken> token = tokens.lock(accountId, id);
    token.ifPresent(
        found -> {
          tokens.remove(found);
          audit.record(accountId, Change.of(AuditAction.TOKEN_REVOKED, found.name()));
        });
    return token.isPresent();
  }

  /** The token that may be used by this secret now, and notes that it was; empty for all others. */
  public Optional<ApiToken> use(TokenSecret secret) {
    Optional<ApiToken> token =
        tokens.find(secret).filter(found -> !found.isExpired(clock.instant()));
    token.filter(found -> found.isWorthNoting(clock.instant())).ifPresent(this::note);
    return token;
  }

  private void note(ApiToken used) {
    tokens.note(used.id(), clock.instant());
  }
}

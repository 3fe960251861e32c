package farol.web.token;

import farol.domain.lookup.OutsideText;
import farol.domain.token.ApiToken;
import farol.web.kit.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token in the table.
 *
 * @param name safe to show
 * @param scopeText what that means
 * @param lastUsedAt null while it never was used
 * @param revokeText names the button for screen readers
 */
public record TokenRow(
    long id,
    String name,
    String scope,
    String scopeText,
    String createdBy,
    Instant expiresAt,
    boolean expired,
    @Nullable Instant lastUsedAt,
    String revokeText) {

  static TokenRow of(ApiToken token, Instant now, Texts texts) {
    String scope = "token.scope." + token.scope().name();
    return new TokenRow(
        token.id(),
        OutsideText.safe(token.name()),
        texts.get(scope),
        texts.get(scope + ".text"),
        OutsideText.safe(token.createdBy()),
        token.expiresAt(),
        token.isExpired(now),
        token.lastUsedAt().orElse(null),
        texts.format("token.revoke.label", token.name()));
  }
}

package farol.web.api;

import farol.domain.token.TokenSecret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token of a request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
final class BearerToken {
  private static final String SCHEME = "bearer ";

  private BearerToken() {}

  /** The one in an {@code Authorization} header; empty where it has none that can be one. */
  static Optional<TokenSecret> in(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? TokenSecret.parse(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}

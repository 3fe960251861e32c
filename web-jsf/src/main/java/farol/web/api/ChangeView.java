package farol.web.api;

import farol.domain.posture.Change;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a domain publishes.
 *
 * @param at when it was noticed: RFC 3339, UTC
 * @param kind of what changed, such as {@code mtasts_policy}
 * @param subject which one of that kind, such as {@code mx.example.com 192.0.2.1}; often empty
 * @param before a line for each record; absent where there was nothing, or nobody had looked
 * @param after likewise; absent where it is gone
 */
public record ChangeView(
    String at, String kind, String subject, @Nullable String before, @Nullable String after) {
  static ChangeView of(Change change) {
    return new ChangeView(
        change.at().toString(),
        change.kind().name().toLowerCase(Locale.ROOT),
        change.subject(),
        change.earlier(),
        change.later());
  }
}

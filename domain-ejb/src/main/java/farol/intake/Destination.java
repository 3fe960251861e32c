package farol.intake;

import static java.util.Objects.requireNonNull;

import farol.domain.monitored.CollectorRoute;
import farol.domain.monitored.TokenHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a post goes that is not turned away: to a live collector, or, while the database can't say
 * whose a token is, to whom it will turn out to belong.
 *
 * @param collector null while that is not known
 */
public record Destination(TokenHash token, @Nullable CollectorRoute collector) {
  public Destination {
    requireNonNull(token, "token");
  }

  /** Present when it is known. */
  public Optional<CollectorRoute> route() {
    return Optional.ofNullable(collector);
  }

  /** For logs. */
  @Override
  public String toString() {
    return collector == null ? token.toString() : "domain=" + collector.domain();
  }
}

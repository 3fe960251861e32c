package farol.web.kit;

import farol.domain.diagnosis.ProblemService;
import farol.domain.trend.TrendService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** As of when the numbers of a page are, and whether all reports that came by then are in them. */
@Named
@RequestScoped
public class Freshness {
  @Inject TrendService trends;
  @Inject ProblemService problems;
  @Inject SignedIn signedIn;
  @Inject Clock clock;

  private @Nullable Instant asOf;
  private boolean current;

  /** To be called before any of the numbers is read; the first look counts. */
  public void look() {
    if (asOf != null) {
      return;
    }
    asOf = clock.instant();
    current = trends.isCurrent(signedIn.accountId()) && problems.isCurrent(signedIn.accountId());
  }

  public @Nullable Instant getAsOf() {
    return asOf;
  }

  public boolean isCurrent() {
    return current;
  }
}

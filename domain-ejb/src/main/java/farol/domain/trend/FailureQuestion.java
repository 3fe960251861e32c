package farol.domain.trend;

import farol.domain.shared.DayRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which failures of an account's verified domains are asked for.
 *
 * @param only the one value that each of these has, {@link #NOT_GIVEN} where it has none
 * @param kinds what result types and reasons they have; null for any
 */
public record FailureQuestion(
    long accountId,
    DayRange range,
    Map<FailureBy, String> only,
    @Nullable List<FailureKind> kinds) {
  /** Stands for what a reporter left out; one that writes just this has said as little. */
  public static final String NOT_GIVEN = "-";

  public FailureQuestion {
    only = Map.copyOf(only);
    kinds = kinds == null ? null : List.copyOf(kinds);
  }

  /** Whether some failures are left out. */
  boolean isNarrowed() {
    return !only.isEmpty() || kinds != null;
  }

  /** The same, of failures with the type and reason of some kind. */
  public FailureQuestion ofKinds(Collection<FailureKind> some) {
    return new FailureQuestion(accountId, range, only, List.copyOf(some));
  }
}

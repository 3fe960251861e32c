package farol.domain.hosting;

import static java.util.Objects.requireNonNull;

import farol.domain.published.Finding;
import java.util.List;

/**
 * What became of a change of a hosted policy.
 *
 * @param findings what there is to say of it, the worst first
 */
public record Decision(Outcome outcome, List<Finding> findings) {
  public Decision {
    requireNonNull(outcome, "outcome");
    findings = List.copyOf(findings);
  }

  /** Whether it was made, and why not. */
  public enum Outcome {
    /** It was. */
    MADE,
    /** Mail may be refused, and nobody said that this is meant. */
    UNCONFIRMED,
    /** Nobody has proven the domain, or not any more. */
    UNPROVEN
  }
}

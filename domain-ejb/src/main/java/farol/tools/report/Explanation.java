package farol.tools.report;

import static java.util.Objects.requireNonNull;

import farol.domain.diagnosis.Consequence;
import farol.domain.report.RawReport;
import farol.domain.report.Report;
import farol.wire.RefusalCode;
import farol.wire.Warning;
import farol.wire.mail.Envelope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tool says about the bytes it was given. */
public sealed interface Explanation {
  /**
   * A report.
   *
   * @param policies all of them, in the report's order
   * @param warnings each code at most once, in the order of {@link farol.wire.WarningCode}
   * @param raw the report as it came, without the mail around it
   * @param envelope what the mail around it said; null where it came without one
   */
  record Explained(
      Report report,
      List<ExplainedPolicy> policies,
      List<Warning> warnings,
      RawReport raw,
      @Nullable Envelope envelope)
      implements Explanation {
    public Explained {
      requireNonNull(report, "report");
      policies = List.copyOf(policies);
      warnings = List.copyOf(warnings);
      requireNonNull(raw, "raw");
    }

    /** The worst that became of mail; empty where no failure is listed. */
    public Optional<Consequence> worst() {
      return policies.stream()
          .flatMap(policy -> policy.failures().stream())
          .map(ExplainedFailure::consequence)
          .min(Consequence::compareTo);
    }
  }

  /**
   * No report that can be read.
   *
   * @param detail for people: the rule, then what was found; outside text in it is harmless and
   *     short
   */
  record Refused(RefusalCode code, String detail) implements Explanation {
    public Refused {
      requireNonNull(code, "code");
      requireNonNull(detail, "detail");
    }
  }
}

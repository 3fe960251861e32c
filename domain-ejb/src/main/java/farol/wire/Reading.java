package farol.wire;

import static java.util.Objects.requireNonNull;

import farol.domain.report.Report;
import java.util.List;

/** What came of reading a body: a report, or the reason why there is none. */
public sealed interface Reading {
  /**
   * A report, normalised.
   *
   * @param warnings each code at most once, in the order of {@link WarningCode}
   */
  record Accepted(Report report, List<Warning> warnings) implements Reading {
    public Accepted {
      requireNonNull(report, "report");
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * No report.
   *
   * @param detail for people: the rule, then what was found; outside text in it is harmless and
   *     short
   */
  record Refused(RefusalCode code, String detail) implements Reading {
    public Refused {
      requireNonNull(code, "code");
      requireNonNull(detail, "detail");
    }
  }
}

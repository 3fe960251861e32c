package farol.wire;

import static java.util.Objects.requireNonNull;

/**
 * One oddity of an accepted report.
 *
 * @param code stable, at most once in a report
 * @param detail for people: where it was first seen
 */
public record Warning(WarningCode code, String detail) {
  public Warning {
    requireNonNull(code, "code");
    requireNonNull(detail, "detail");
  }
}

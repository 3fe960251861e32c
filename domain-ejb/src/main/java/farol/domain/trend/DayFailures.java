package farol.domain.trend;

import java.time.LocalDate;

/** Failed sessions of one kind on one UTC day. */
public record DayFailures(LocalDate day, FailureKind kind, long failed) {}

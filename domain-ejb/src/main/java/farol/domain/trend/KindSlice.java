package farol.domain.trend;

import java.time.LocalDate;

/** Failures of one kind, as {@link FailureSlice} has them. */
public record KindSlice(FailureKind kind, long failed, LocalDate first, LocalDate last) {}

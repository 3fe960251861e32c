package farol.domain.trend;

import java.time.LocalDate;

/**
 * Failures that have something in common.
 *
 * @param value what it is; {@link FailureQuestion#NOT_GIVEN} where the reporter left it out.
 *     Outside text
 * @param failed sessions
 * @param first the first day of such failures, in UTC
 * @param last the last one
 */
public record FailureSlice(String value, long failed, LocalDate first, LocalDate last) {}

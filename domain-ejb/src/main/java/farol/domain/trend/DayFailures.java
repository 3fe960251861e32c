package farol.domain.trend;

import java.time.LocalDate;

/**
 * Failed sessions of one result type on one UTC day.
 *
 * @param resultType as reported; empty where the reporter left it out. Outside text
 */
public record DayFailures(LocalDate day, String resultType, long failed) {}

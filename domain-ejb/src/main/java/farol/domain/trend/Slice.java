package farol.domain.trend;

import farol.domain.report.SessionCounts;

/**
 * The part of a summary that shares one value.
 *
 * @param value the organisation, result type, host, policy type or address, as reported; empty
 *     where the reporter left it out. Outside text
 * @param sessions successes are 0 where a report does not break them down that way
 * @param reports in how many reports it stood
 */
public record Slice(String value, SessionCounts sessions, long reports) {}

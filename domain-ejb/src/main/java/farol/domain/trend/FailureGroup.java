package farol.domain.trend;

import java.time.LocalDate;

/**
 * Failed sessions of a domain on one UTC day that have everything else here in common. All text
 * comes from outside.
 *
 * @param organization the reporter
 * @param mxHost the receiving host, in lower case; empty where there was none
 */
public record FailureGroup(
    LocalDate day, String organization, FailureKind kind, String mxHost, long failed) {}

package farol.acceptance;

import java.time.Duration;

/**
 * What came of the post of a report.
 *
 * @param took until the answer was there, the connection included where it was made for this post
 */
record Answered(ReportMix.Made report, int status, Duration took) {}

/** Takes in reports over HTTPS (RFC 8460, section 5.4). Uses {@code farol.intake}. */
@NullMarked
package farol.ingest.report;

import org.jspecify.annotations.NullMarked;

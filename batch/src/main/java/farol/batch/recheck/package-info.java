/**
 * Job {@code dns-recheck}. Uses {@code farol.domain.monitored}, {@code posture} and the look-up
 * port.
 */
@NullMarked
package farol.batch.recheck;

import org.jspecify.annotations.NullMarked;

/** Job {@code dns-recheck}. Uses {@code farol.domain.monitored} and {@code posture}. */
@NullMarked
package farol.batch.recheck;

import org.jspecify.annotations.NullMarked;

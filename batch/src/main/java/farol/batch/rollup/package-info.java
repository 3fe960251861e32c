/** Job {@code report-rollup}. Uses {@code farol.domain.trend} and {@code diagnosis}. */
@NullMarked
package farol.batch.rollup;

import org.jspecify.annotations.NullMarked;

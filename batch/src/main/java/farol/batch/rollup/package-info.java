/** Job {@code report-rollup}. Uses {@code farol.domain.trend}. */
@NullMarked
package farol.batch.rollup;

import org.jspecify.annotations.NullMarked;

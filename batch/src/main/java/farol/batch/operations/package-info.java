/**
 * Operators' hold on the jobs, and what counts their runs. Uses {@code farol.domain.operations} and
 * {@code farol.settings}.
 */
@NullMarked
package farol.batch.operations;

import org.jspecify.annotations.NullMarked;

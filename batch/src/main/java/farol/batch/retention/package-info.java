/** Job {@code retention}. Uses {@code farol.domain.keeping}. */
@NullMarked
package farol.batch.retention;

import org.jspecify.annotations.NullMarked;

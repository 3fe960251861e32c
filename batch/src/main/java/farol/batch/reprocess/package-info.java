/** Job {@code reprocess}. Uses {@code farol.intake}. */
@NullMarked
package farol.batch.reprocess;

import org.jspecify.annotations.NullMarked;

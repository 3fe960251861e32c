/** What jobs have in common. Uses only Jakarta Batch. */
@NullMarked
package farol.batch.kit;

import org.jspecify.annotations.NullMarked;

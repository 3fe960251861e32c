/** What operators see and steer: batch jobs and their runs. Uses only Java. */
@NullMarked
package farol.domain.operations;

import org.jspecify.annotations.NullMarked;

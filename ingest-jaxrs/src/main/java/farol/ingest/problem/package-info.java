/** How the public listener says no. */
@NullMarked
package farol.ingest.problem;

import org.jspecify.annotations.NullMarked;

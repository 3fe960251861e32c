/** What one sender may take of the server. Plain Java. */
@NullMarked
package farol.ingest.limit;

import org.jspecify.annotations.NullMarked;

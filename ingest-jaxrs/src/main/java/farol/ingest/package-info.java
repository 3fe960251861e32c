/** The internet's door: everything that the public listener serves. */
@NullMarked
package farol.ingest;

import org.jspecify.annotations.NullMarked;

/** The internet's door. Uses domain services and the wire reader. */
@NullMarked
package farol.ingest;

import org.jspecify.annotations.NullMarked;

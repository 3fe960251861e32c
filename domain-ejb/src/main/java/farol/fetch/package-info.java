/** HTTPS connections that Farol opens. Uses only Java. */
@NullMarked
package farol.fetch;

import org.jspecify.annotations.NullMarked;

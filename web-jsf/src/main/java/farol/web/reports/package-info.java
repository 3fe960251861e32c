/** One report, explained, and its bytes. Uses {@code farol.web.kit}. */
@NullMarked
package farol.web.reports;

import org.jspecify.annotations.NullMarked;

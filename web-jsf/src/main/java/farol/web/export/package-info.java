/**
 * Tables that people take away from pages, as CSV and as JSON. A feature says what a table holds
 * with a {@code TableSource}; all else is here. Uses {@code farol.web.kit}.
 */
@NullMarked
package farol.web.export;

import org.jspecify.annotations.NullMarked;

/**
 * How long things are kept. Reports are kept by the month of their receipt, so that what is too old
 * is dropped at once.
 */
@NullMarked
package farol.domain.keeping;

import org.jspecify.annotations.NullMarked;

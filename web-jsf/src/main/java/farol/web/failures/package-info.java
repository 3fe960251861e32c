/**
 * What failed, told apart by one thing after another, what is still open, and all of it in a
 * sentence. Uses {@code farol.web.kit}.
 */
@NullMarked
package farol.web.failures;

import org.jspecify.annotations.NullMarked;

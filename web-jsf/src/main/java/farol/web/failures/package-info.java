/**
 * What failed, told apart by one thing after another, and what is still open. Uses {@code
 * farol.web.kit}.
 */
@NullMarked
package farol.web.failures;

import org.jspecify.annotations.NullMarked;

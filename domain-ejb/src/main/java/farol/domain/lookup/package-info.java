/**
 * The port to DNS: what can be asked, and the three kinds of answer. Uses {@code
 * farol.domain.shared} only; {@code farol.dns} implements it.
 */
@NullMarked
package farol.domain.lookup;

import org.jspecify.annotations.NullMarked;

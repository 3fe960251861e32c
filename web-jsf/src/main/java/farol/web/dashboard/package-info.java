/**
 * The first page: is anything broken right now? Uses {@code farol.web.kit}, {@code export} and
 * {@code failures}.
 */
@NullMarked
package farol.web.dashboard;

import org.jspecify.annotations.NullMarked;

/** The first page: is anything broken right now? Uses {@code farol.web.kit}. */
@NullMarked
package farol.web.dashboard;

import org.jspecify.annotations.NullMarked;

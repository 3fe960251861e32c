/**
 * From posted bytes to a stored report: routes, reads, attributes, stores, counts what came of it.
 * Uses {@code farol.domain.monitored}, {@code farol.domain.report} and {@code farol.wire}.
 */
@NullMarked
package farol.intake;

import org.jspecify.annotations.NullMarked;

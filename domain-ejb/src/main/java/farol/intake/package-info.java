/**
 * From posted bytes to a stored report: routes, reads, attributes, stores, counts what came of it;
 * and keeps in the spool what the database does not store in time, until it does. Uses {@code
 * farol.domain.monitored}, {@code farol.domain.report}, {@code farol.spool} and {@code farol.wire}.
 */
@NullMarked
package farol.intake;

import org.jspecify.annotations.NullMarked;

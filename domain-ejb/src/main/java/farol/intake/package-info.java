/**
 * From posted bytes, a mail or a file to a stored report: routes, reads, attributes, stores, counts
 * what came of it; and keeps in the spool what was posted and the database does not store in time,
 * until it does. Uses {@code farol.dkim}, {@code farol.domain.monitored}, {@code
 * farol.domain.report}, {@code farol.spool}, {@code farol.wire} and {@code farol.wire.mail}.
 */
@NullMarked
package farol.intake;

import org.jspecify.annotations.NullMarked;

/**
 * Connections that Farol opens to servers of others, on behalf of names that anybody can publish:
 * only to addresses that it may connect to, never for longer than their time, with TLS that shows
 * its certificates. Uses {@code farol.domain.lookup}, {@code farol.domain.shared}, {@code
 * farol.network} and {@code farol.settings}; {@code farol.fetch} and {@code farol.smtp} use it.
 */
@NullMarked
package farol.probe;

import org.jspecify.annotations.NullMarked;

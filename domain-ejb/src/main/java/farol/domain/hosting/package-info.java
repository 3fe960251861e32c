/**
 * MTA-STS policies that Farol serves for domains: every version of them, and what a change would
 * mean. Uses {@code farol.domain.monitored}, {@code published} and {@code shared}.
 */
@NullMarked
package farol.domain.hosting;

import org.jspecify.annotations.NullMarked;

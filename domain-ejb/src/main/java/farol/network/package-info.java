/**
 * Addresses and networks, who is behind a proxy, how often somebody may ask for something, whom
 * Farol may connect to, and where work goes on once somebody has answered. Plain Java and Caffeine.
 */
@NullMarked
package farol.network;

import org.jspecify.annotations.NullMarked;

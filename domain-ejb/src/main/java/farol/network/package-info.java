/**
 * Addresses and networks, who is behind a proxy, whom Farol may connect to, and how often somebody
 * may ask for something. Plain Java and Caffeine.
 */
@NullMarked
package farol.network;

import org.jspecify.annotations.NullMarked;

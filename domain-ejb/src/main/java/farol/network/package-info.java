/**
 * Addresses and networks, who is behind a proxy, how often somebody may ask for something, and whom
 * Farol may connect to. Plain Java and Caffeine.
 */
@NullMarked
package farol.network;

import org.jspecify.annotations.NullMarked;

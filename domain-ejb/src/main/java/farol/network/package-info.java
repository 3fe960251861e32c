/** Addresses and networks, and who is behind a proxy. Plain Java. */
@NullMarked
package farol.network;

import org.jspecify.annotations.NullMarked;

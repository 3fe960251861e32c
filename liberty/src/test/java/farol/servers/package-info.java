/**
 * The packaged server against the programs that domains run: NSD with a root and zones of its own,
 * signed by ldns, and Unbound before it; Postfix; nginx; with certificates of a test's own
 * authority. They listen on addresses of loopback, on the ports that senders use.
 */
@NullMarked
package farol.servers;

import org.jspecify.annotations.NullMarked;

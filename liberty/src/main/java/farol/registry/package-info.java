/**
 * The server's user registry, as a jar of its own in the server's library: the users that Farol
 * keeps in its database, and the two that come with the installation. Uses {@code
 * farol.domain.user} for names and hashes, and Liberty's interface of a registry.
 */
@NullMarked
package farol.registry;

import org.jspecify.annotations.NullMarked;

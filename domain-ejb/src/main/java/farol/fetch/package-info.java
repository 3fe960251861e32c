/**
 * HTTPS connections that Farol opens: to its own listeners, whose certificate it knows, and to
 * policy hosts, behind {@link farol.domain.lookup.PolicyFetch}.
 */
@NullMarked
package farol.fetch;

import org.jspecify.annotations.NullMarked;

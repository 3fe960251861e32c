/**
 * HTTPS connections that Farol opens: to its own listeners, and to policy hosts, behind {@link
 * farol.domain.lookup.PolicyFetch}.
 */
@NullMarked
package farol.fetch;

import org.jspecify.annotations.NullMarked;

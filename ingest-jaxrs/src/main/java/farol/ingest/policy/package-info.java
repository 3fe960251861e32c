/** Serves hosted MTA-STS policies to the internet. Uses {@code farol.domain.hosting}. */
@NullMarked
package farol.ingest.policy;

import org.jspecify.annotations.NullMarked;

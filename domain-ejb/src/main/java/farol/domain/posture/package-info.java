/**
 * What a domain publishes: records as senders read them, and what is wrong with them. Uses {@code
 * farol.domain.shared} and {@code lookup}; the parsers take text and know no DNS.
 */
@NullMarked
package farol.domain.posture;

import org.jspecify.annotations.NullMarked;

/**
 * Looks at all that a domain publishes: its records, its policy and its mail servers. Uses {@code
 * farol.domain.shared}, {@code lookup} and {@code published}.
 */
@NullMarked
package farol.domain.survey;

import org.jspecify.annotations.NullMarked;

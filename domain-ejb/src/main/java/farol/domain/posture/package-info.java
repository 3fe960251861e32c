/**
 * What a domain published over time: each answer, from when to when, by regular looks. Uses {@code
 * farol.domain.shared}, {@code lookup}, {@code survey}, {@code monitored} and, for what Farol
 * itself serves, {@code hosting}; what an answer is worth is said in {@code
 * farol.domain.published}.
 */
@NullMarked
package farol.domain.posture;

import org.jspecify.annotations.NullMarked;

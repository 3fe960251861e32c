/**
 * The tools for records: what a text would mean to senders, what a domain publishes, what to
 * publish. Nothing is stored. Uses {@code farol.domain.lookup}, {@code published}, {@code survey}
 * and {@code posture}.
 */
@NullMarked
package farol.tools.record;

import org.jspecify.annotations.NullMarked;

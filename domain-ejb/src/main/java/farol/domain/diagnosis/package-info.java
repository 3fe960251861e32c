/**
 * What reported failures mean: their cause, what became of the mail, and which problems are open.
 * Plain rules; uses {@code farol.domain.shared}, {@code report} and {@code trend}.
 */
@NullMarked
package farol.domain.diagnosis;

import org.jspecify.annotations.NullMarked;

/**
 * What reported failures mean: their cause, what became of the mail, and which problems are open.
 * Plain rules, and a store of what they found; uses {@code farol.domain.shared}, {@code report} and
 * {@code trend}, and SQL.
 */
@NullMarked
package farol.domain.diagnosis;

import org.jspecify.annotations.NullMarked;

/**
 * A report: who observed which sessions under which policy, whose policy that was, and how its
 * sessions count. Plain values and rules; uses only Java and {@code farol.domain.shared}.
 */
@NullMarked
package farol.domain.report;

import org.jspecify.annotations.NullMarked;

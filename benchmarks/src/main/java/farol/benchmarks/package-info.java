/** What measures Farol's goals; a command each, the ratio printed last. */
@NullMarked
package farol.benchmarks;

import org.jspecify.annotations.NullMarked;

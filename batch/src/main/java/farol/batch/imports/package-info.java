/** Job {@code import-reports}. Uses {@code farol.imports}. */
@NullMarked
package farol.batch.imports;

import org.jspecify.annotations.NullMarked;

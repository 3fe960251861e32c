/** Job {@code demo-fill}. Uses {@code farol.demo} and {@code farol.fetch}. */
@NullMarked
package farol.batch.demo;

import org.jspecify.annotations.NullMarked;

/**
 * Words that every feature uses: a domain's name, the name of records below it, a UTC day, a window
 * of days. Uses only Java and ICU4J.
 */
@NullMarked
package farol.domain.shared;

import org.jspecify.annotations.NullMarked;

/**
 * Imports of old reports: files that people hand in, how far each is, and what was not taken. Uses
 * {@code farol.web.kit} and {@code access}.
 */
@NullMarked
package farol.web.imports;

import org.jspecify.annotations.NullMarked;

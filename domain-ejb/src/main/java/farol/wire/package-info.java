/**
 * Bytes to reports: decompression, UTF-8, JSON and the text rules, each within limits. Nothing from
 * outside makes it throw. Uses Java, Jackson's streaming parser and {@code farol.domain.report}.
 */
@NullMarked
package farol.wire;

import org.jspecify.annotations.NullMarked;

/**
 * Zip and tar from a stream, entry by entry and within limits: nothing of an archive is kept, and
 * nothing in it is believed before it is counted. Names in an archive are for people only; no file
 * is ever written or opened by them. Uses Java and {@code farol.wire}; why no library,
 * docs/adr/0019 says.
 */
@NullMarked
package farol.wire.packed;

import org.jspecify.annotations.NullMarked;

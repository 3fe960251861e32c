/**
 * Archives of old reports, in all the forms in which people keep them, to the sequence of reports
 * and mails in them: read as a stream, one entry in memory at a time, within limits. What is in an
 * entry, {@code farol.wire} and {@code farol.wire.mail} read. Uses Java, {@code farol.wire} and its
 * packages {@code mail} and {@code packed}.
 */
@NullMarked
package farol.wire.archive;

import org.jspecify.annotations.NullMarked;

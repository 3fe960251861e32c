/**
 * Finds the report in a mail that carries one, within limits, and keeps what its envelope said
 * about it. Nothing from outside makes it throw. Uses Java, {@code farol.wire}, {@code
 * farol.wire.packed} and {@code farol.domain.report}; why no mail library, docs/adr/0011 says.
 */
@NullMarked
package farol.wire.mail;

import org.jspecify.annotations.NullMarked;

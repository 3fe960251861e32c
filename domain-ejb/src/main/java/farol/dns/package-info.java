/**
 * DNS by dnsjava: the adapter behind {@link farol.domain.lookup.RecordLookup}. Uses {@code
 * farol.domain.lookup}, {@code farol.domain.shared} and dnsjava; nothing else uses dnsjava.
 */
@NullMarked
package farol.dns;

import org.jspecify.annotations.NullMarked;

/**
 * DNS by dnsjava: the adapters behind {@link farol.domain.lookup.RecordLookup} and {@link
 * farol.domain.lookup.DaneLookup}. Uses {@code farol.domain.lookup}, {@code farol.domain.shared},
 * {@code farol.network}, {@code farol.settings} and dnsjava; nothing else uses dnsjava.
 */
@NullMarked
package farol.dns;

import org.jspecify.annotations.NullMarked;

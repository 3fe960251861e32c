/**
 * What senders posted for a domain and Farol did not take: kept for a while, so that its owner sees
 * what was lost and a better reader can have another try.
 */
@NullMarked
package farol.domain.quarantine;

import org.jspecify.annotations.NullMarked;

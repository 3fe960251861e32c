/**
 * The audit log: who changed what, when, from where. Every service that changes something for a
 * person writes to it. Uses only Java and JPA.
 */
@NullMarked
package farol.domain.audit;

import org.jspecify.annotations.NullMarked;

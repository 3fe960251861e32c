package farol.domain.monitored;

import farol.domain.lookup.LookupOutcome;

/**
 * What DNS answered for the ownership record.
 *
 * @param record at the record's own name
 * @param elsewhere at a name beside it that nobody can have published: what is there is there at
 *     every name, by a wildcard, and proves nothing
 */
public record OwnershipAnswer(LookupOutcome<String> record, LookupOutcome<String> elsewhere) {}

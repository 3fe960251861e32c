package farol.domain.monitored;

/** What a look-up of the ownership record came to. */
public enum CheckOutcome {
  /** The record is there. */
  PROVEN,
  /** There are TXT records at that name, none of them ours. */
  OTHER_RECORDS,
  /** The record is there, but so it is at any name of the domain: a wildcard proves nothing. */
  WILDCARD,
  /** DNS says that there is no such record. */
  ABSENT,
  /** DNS gave no usable answer; says nothing about the domain. */
  TEMPORARY_FAILURE
}

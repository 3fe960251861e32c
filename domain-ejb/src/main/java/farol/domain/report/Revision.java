package farol.domain.report;

/** What came of reading a stored report again. */
public enum Revision {
  /** It says what it said before. */
  UNCHANGED,
  /** It says something else now, and is counted by that. */
  CHANGED,
  /** It turned out to say the same as an other one of the domain; the first received stayed. */
  MERGED,
  /** It is not there any more. */
  GONE
}

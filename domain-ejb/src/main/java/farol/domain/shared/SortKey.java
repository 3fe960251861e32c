package farol.domain.shared;

/** A column by which a list can be put in order; enums implement it, so no other column can be. */
public interface SortKey {
  /** Whether people want the largest or the latest first, as a rule. */
  boolean isLargestFirst();
}

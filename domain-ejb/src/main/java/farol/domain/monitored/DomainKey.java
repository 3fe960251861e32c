package farol.domain.monitored;

import farol.domain.shared.SortKey;
import java.util.Comparator;

/** By what a list of domains can be ordered; those that are equal in it by their names. */
public enum DomainKey implements SortKey {
  NAME(false, Comparator.comparing(DomainEntry::name)),
  /** What is still to be proven comes first. */
  STATE(false, Comparator.comparing(DomainEntry::state)),
  ADDED(true, Comparator.comparing(DomainEntry::createdAt));

  private final boolean largestFirst;
  private final transient Comparator<DomainEntry> smallestFirst;

  DomainKey(boolean largestFirst, Comparator<DomainEntry> smallestFirst) {
    this.largestFirst = largestFirst;
    this.smallestFirst = smallestFirst;
  }

  @Override
  public boolean isLargestFirst() {
    return largestFirst;
  }

  Comparator<DomainEntry> smallestFirst() {
    return smallestFirst;
  }
}

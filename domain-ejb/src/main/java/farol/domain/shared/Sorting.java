package farol.domain.shared;

import static java.util.Objects.requireNonNull;

/**
 * In which order a list is wanted.
 *
 * @param reversed the other way round than people want it as a rule
 */
public record Sorting<K extends Enum<K> & SortKey>(K key, boolean reversed) {
  public Sorting {
    requireNonNull(key, "key");
  }

  /** As people want it by this column, as a rule. */
  public static <K extends Enum<K> & SortKey> Sorting<K> by(K key) {
    return new Sorting<>(key, false);
  }

  public boolean isDescending() {
    return key.isLargestFirst() != reversed;
  }
}

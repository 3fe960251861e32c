package farol.domain.monitored;

import static java.util.Objects.requireNonNull;

import farol.domain.shared.DomainName;
import farol.domain.shared.Sorting;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of an account's domains are asked for, and in which order.
 *
 * @param part what the name has in it, as A-labels or as people read it, in any case; empty:
 *     anything
 * @param states in one of which it is
 * @param among one of which it is; null: any
 */
public record DomainSearch(
    String part,
    Set<DomainState> states,
    @Nullable Set<DomainName> among,
    Sorting<DomainKey> order) {
  /** By their names. */
  public static final Sorting<DomainKey> USUAL = Sorting.by(DomainKey.NAME);

  /** All of them, by their names. */
  public static final DomainSearch ALL =
      new DomainSearch("", EnumSet.allOf(DomainState.class), null, USUAL);

  public DomainSearch {
    part = part.strip().toLowerCase(Locale.ROOT);
    states = Set.copyOf(states);
    among = among == null ? null : Set.copyOf(among);
    requireNonNull(order, "order");
  }

  boolean matches(DomainEntry entry) {
    return states.contains(entry.state())
        && (among == null || among.contains(entry.name()))
        && (entry.name().value().contains(part) || entry.name().unicode().contains(part));
  }

  Comparator<DomainEntry> comparator() {
    Comparator<DomainEntry> ordered = order.key().smallestFirst();
    return (order.isDescending() ? ordered.reversed() : ordered).thenComparing(DomainEntry::name);
  }
}

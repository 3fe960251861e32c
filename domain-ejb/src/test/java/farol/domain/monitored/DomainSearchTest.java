package farol.domain.monitored;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DomainName;
import farol.domain.shared.Sorting;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainSearchTest {
  private static final List<DomainEntry> ENTRIES =
      List.of(
          entry("b.example", DomainState.VERIFIED, 1),
          entry("xn--bcher-kva.example", DomainState.PENDING, 3),
          entry("a.example", DomainState.SUSPENDED, 2));

  @ParameterizedTest
  @CsvSource({
    "'', a.example b.example xn--bcher-kva.example",
    "' BÜCH ', xn--bcher-kva.example",
    "XN--B, xn--bcher-kva.example",
    "b.ex, b.example",
    "%, ''"
  })
  void findsByAnyPartOfTheName(String part, String found) {
    assertThat(names(search(part, EnumSet.allOf(DomainState.class), null))).isEqualTo(found);
  }

  @Test
  void findsOnlyWhatIsInOneOfTheStatesAndAmongTheNames() {
    assertThat(names(search("", Set.of(DomainState.PENDING), null)))
        .isEqualTo("xn--bcher-kva.example");
    assertThat(
            names(
                search(
                    "",
                    Set.of(DomainState.VERIFIED, DomainState.SUSPENDED),
                    Set.of(DomainName.parse("a.example"), DomainName.parse("other.example")))))
        .isEqualTo("a.example");
    assertThat(names(search("", EnumSet.allOf(DomainState.class), Set.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NAME, true, xn--bcher-kva.example b.example a.example",
    "STATE, false, xn--bcher-kva.example b.example a.example",
    "STATE, true, a.example b.example xn--bcher-kva.example",
    "ADDED, false, xn--bcher-kva.example a.example b.example",
    "ADDED, true, b.example a.example xn--bcher-kva.example"
  })
  void isInTheOrderThatIsAskedFor(DomainKey key, boolean reversed, String order) {
    DomainSearch search =
        new DomainSearch("", EnumSet.allOf(DomainState.class), null, new Sorting<>(key, reversed));
    assertThat(names(search)).isEqualTo(order);
  }

  private static DomainSearch search(
      String part, Set<DomainState> states, @Nullable Set<DomainName> among) {
    return new DomainSearch(part, states, among, DomainSearch.USUAL);
  }

  private static String names(DomainSearch search) {
    return String.join(
        " ",
        ENTRIES.stream()
            .filter(search::matches)
            .sorted(search.comparator())
            .map(entry -> entry.name().value())
            .toList());
  }

  private static DomainEntry entry(String name, DomainState state, int day) {
    return new DomainEntry(1L, name, state, Instant.parse("2026-11-0" + day + "T00:00:00Z"));
  }
}

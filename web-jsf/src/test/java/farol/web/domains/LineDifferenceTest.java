package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {
  @Test
  void textsThatAreTheSameKeepAllLines() {
    assertThat(difference(List.of("a", "b"), List.of("a", "b"))).containsExactly(" a", " b");
  }

  @Test
  void lineThatChangedIsRemovedAndAdded() {
    assertThat(difference(List.of("a", "b", "c"), List.of("a", "x", "c")))
        .containsExactly(" a", "-b", "+x", " c");
  }

  @Test
  void lineInTheMiddleIsAddedAlone() {
    assertThat(difference(List.of("a", "c"), List.of("a", "b", "c")))
        .containsExactly(" a", "+b", " c");
  }

  @Test
  void lineThatIsRepeatedIsNoOtherLine() {
    assertThat(difference(List.of("a", "a"), List.of("a", "a", "a")))
        .containsExactly(" a", " a", "+a");
  }

  @Test
  void asManyLinesAsPossibleAreKept() {
    assertThat(difference(List.of("1", "a", "b", "c", "2"), List.of("3", "b", "c", "a", "4")))
        .containsExactly("-1", "-a", "+3", " b", " c", "-2", "+a", "+4");
  }

  @Test
  void whatCameFromNothingIsAdded() {
    assertThat(difference(List.of(), List.of("a"))).containsExactly("+a");
    assertThat(difference(List.of("a"), List.of())).containsExactly("-a");
  }

  @Test
  void tooManyLinesToCompareAreReplacedAtOnce() {
    List<String> before = IntStream.range(0, 20_000).mapToObj(String::valueOf).toList();
    List<String> after =
        Stream.of(List.of("first"), Collections.nCopies(20_000, "x"), List.of("19999"))
            .flatMap(List::stream)
            .toList();

    List<String> difference = difference(before, after);

    assertThat(difference).hasSize(19_999 + 20_001 + 1).startsWith("-0").endsWith(" 19999");
  }

  private static List<String> difference(List<String> before, List<String> after) {
    return LineDifference.between(before, after).lines().stream()
        .map(line -> sign(line) + line.text())
        .toList();
  }

  private static String sign(LineDifference.Line line) {
    return switch (line.fate()) {
      case KEPT -> " ";
      case REMOVED -> "-";
      case ADDED -> "+";
    };
  }
}

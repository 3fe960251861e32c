package farol.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private final List<Integer> asked = new ArrayList<>();

  @Test
  void readsOnFromTheLastRowOfEachPiece() {
    assertThat(Pieces.of(this::threeOfSeven)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(asked).containsExactly(0, 3, 6, 7);
  }

  @Test
  void readsNoPieceBeforeItIsWanted() {
    assertThat(Pieces.of(this::threeOfSeven).limit(3)).hasSize(3);
    assertThat(asked).containsExactly(0);
  }

  @Test
  void isEmptyWhereThereIsNothing() {
    assertThat(Pieces.<Integer>of(last -> List.of())).isEmpty();
  }

  private List<Integer> threeOfSeven(@Nullable Integer last) {
    int after = last == null ? 0 : last;
    asked.add(after);
    return IntStream.rangeClosed(after + 1, Math.min(7, after + 3)).boxed().toList();
  }
}

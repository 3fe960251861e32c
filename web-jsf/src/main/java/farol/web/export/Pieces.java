package farol.web.export;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Long lists, read piece by piece as they are written: none is ever held as a whole. */
public final class Pieces {
  /** How many rows to read at once. */
  public static final int SIZE = 500;

  /** Reads a piece. */
  @FunctionalInterface
  public interface Reader<R> {
    /**
     * The rows after the one given, as many as make a piece.
     *
     * @param last null: from the first on
     * @return empty at the end
     */
    List<R> after(@Nullable R last);
  }

  private Pieces() {}

  /** All of a list, whose order is such that a row tells what comes after it. */
  public static <R> Stream<R> of(Reader<R> reader) {
    return Stream.iterate(
            reader.after(null),
            piece -> !piece.isEmpty(),
            piece -> reader.after(piece.get(piece.size() - 1)))
        .flatMap(List::stream);
  }
}

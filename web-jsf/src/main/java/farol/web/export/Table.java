package farol.web.export;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table that somebody takes away, whole: pages of a list are for the eye.
 *
 * @param name of the file, without its ending: plain ASCII without quotes
 * @param rows read once, as they are written
 */
public record Table<R>(String name, List<Column<R>> columns, Stream<R> rows) {
  public Table {
    columns = List.copyOf(columns);
  }
}

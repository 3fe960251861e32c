package farol.web.export;

import java.util.List;
import java.util.stream.IntStream;

/** Tables whose rows are lists of cells. */
final class Tables {
  private Tables() {}

  static Table<List<Object>> of(List<List<Object>> rows, String... names) {
    List<Column<List<Object>>> columns =
        IntStream.range(0, names.length)
            .mapToObj(index -> new Column<List<Object>>(names[index], row -> row.get(index)))
            .toList();
    return new Table<>("table", columns, rows.stream());
  }
}

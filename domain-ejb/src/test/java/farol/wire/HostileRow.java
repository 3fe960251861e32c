package farol.wire;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the index of hostile files: what to send, and the answer that it must get at a
 * collector of example.com that has seen nothing.
 *
 * @param statuses HTTP statuses of equal worth
 * @param diagnoses of equal worth: the code of a refusal; of an accepted report {@code OK}, with
 *     the warning that it must carry as in {@code OK_WARN_BOM}; or {@code DUPLICATE}
 */
public record HostileRow(
    String file,
    @Nullable String contentType,
    @Nullable String contentEncoding,
    List<String> statuses,
    List<String> diagnoses) {
  /** The rows of one folder, in their order. */
  public static Stream<HostileRow> in(String folder) {
    return Bodies.index("hostile/INDEX.tsv").stream()
        .map(HostileRow::of)
        .filter(row -> row.file.startsWith(folder + "/"));
  }

  private static HostileRow of(String... columns) {
    return new HostileRow(
        columns[0],
        header(columns[2]),
        header(columns[3]),
        alternatives(columns[4]),
        alternatives(columns[5]));
  }

  private static @Nullable String header(String column) {
    return column.equals("-") ? null : column;
  }

  private static List<String> alternatives(String column) {
    return List.of(column.split("\\|"));
  }

  /** Whether it goes to the collector that has seen the row before it. */
  public boolean isReplay() {
    return diagnoses.contains("DUPLICATE");
  }

  /** What the file holds. */
  public byte[] bytes() {
    return Bodies.file("hostile/" + file);
  }

  @Override
  public String toString() {
    return file + " " + statuses + " " + diagnoses;
  }
}

package farol.wire;

import java.util.stream.Stream;

/** What fuzzing starts from: every body of the collections that is not a bomb by its mere size. */
final class Seeds {
  private static final int LARGEST = 4 << 10;

  private Seeds() {}

  static Stream<byte[]> bodies() {
    return Stream.of("hostile", "reports")
        .flatMap(
            folder ->
                Bodies.index(folder + "/INDEX.tsv").stream()
                    .map(columns -> Bodies.file(folder + "/" + columns[0])))
        .filter(body -> body.length <= LARGEST);
  }
}

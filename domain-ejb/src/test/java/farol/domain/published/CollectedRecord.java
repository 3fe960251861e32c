package farol.domain.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import farol.wire.Bodies;
import java.util.List;
import java.util.stream.Stream;

/**
 * A record or policy that another implementation tests with, or that somebody publishes.
 *
 * @param kind {@code tlsrpt}, {@code mtasts-txt}, {@code mtasts-policy} or {@code
 *     mtasts-content-type}
 * @param verdict of whoever had it
 * @param codes ours, all of them
 */
record CollectedRecord(String kind, String verdict, List<String> codes, String text) {
  private static final String GOOD_POLICY = "version: STSv1\nmode: none\nmax_age: 0\n";
  private static final int LINES_OF_HEAD = 3;

  /** Theirs is lenient about semicolons at the end, another's is not; the grammar allows one. */
  private static final String REFUSED_BY_US = "v=STSv1; id=20160831085700Z;;;";

  static Stream<CollectedRecord> all() {
    return new String(Bodies.file("domain/published/records.tsv"), UTF_8)
        .lines()
        .skip(LINES_OF_HEAD)
        .map(line -> line.split("\t", -1))
        .map(CollectedRecord::of);
  }

  static Stream<CollectedRecord> of(String kind) {
    return all().filter(collected -> collected.kind.equals(kind));
  }

  private static CollectedRecord of(String... columns) {
    return new CollectedRecord(
        columns[0],
        columns[1],
        List.of(columns[2].split(" ", -1)),
        columns[3].replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n"));
  }

  /** Each TXT record of the answer. */
  List<String> records() {
    return List.of(text.split(" \\|\\| ", -1));
  }

  /** Whether it must be in force, by the verdict of others. */
  boolean isInForce() {
    return verdict.matches("valid.*|ok|bad|lenient.*|disputed") && !text.equals(REFUSED_BY_US);
  }

  /** Whether it must be in force with a warning, by the verdict of others. */
  boolean isDoubtful() {
    return isInForce() && verdict.matches("lenient.*|disputed|bad");
  }

  RecordReading<?> read() {
    return switch (kind) {
      case "tlsrpt" -> TlsRptRecord.read(records());
      case "mtasts-txt" -> MtaStsRecord.read(records());
      case "mtasts-policy" -> MtaStsPolicy.read(text.getBytes(UTF_8));
      case "mtasts-content-type" -> MtaStsPolicy.read(GOOD_POLICY.getBytes(UTF_8), text);
      default -> throw new IllegalArgumentException("unknown kind " + kind);
    };
  }
}

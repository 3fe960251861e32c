package farol.domain.published;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.HostileTxt;
import farol.domain.monitored.Ownership;
import farol.domain.published.Finding.Severity;
import farol.wire.HostileRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the parsers to every record collected from others and to every hostile file, and prints
 * last how many passed and how many failed; see {@code build/vectors}.
 */
class PublishedVectorsTest {
  private record Outcome(String vector, String expected, String found) {
    boolean isPassed() {
      return expected.equals(found);
    }

    @Override
    public String toString() {
      return vector + "\n  must be " + expected + "\n  and is  " + found;
    }
  }

  @Test
  void everyVectorGetsItsVerdict() {
    List<Outcome> outcomes =
        Stream.of(
                CollectedRecord.all().map(PublishedVectorsTest::judge),
                HostileRow.in("txt").map(PublishedVectorsTest::judgeRecords),
                HostileRow.in("mtasts").map(PublishedVectorsTest::judgePolicy))
            .flatMap(vectors -> vectors)
            .toList();
    List<Outcome> failed = outcomes.stream().filter(outcome -> !outcome.isPassed()).toList();

    failed.forEach(System.out::println);
    System.out.println((outcomes.size() - failed.size()) + " passed, " + failed.size() + " failed");
    assertThat(failed).isEmpty();
  }

  private static Outcome judge(CollectedRecord vector) {
    RecordReading<?> reading = vector.read();
    return new Outcome(
        vector.kind() + " " + vector.text(),
        inForce(vector.isInForce()) + vector.codes() + (vector.isDoubtful() ? " warned" : ""),
        inForce(reading.record().isPresent())
            + codes(reading)
            + (vector.isDoubtful() && isWarned(reading) ? " warned" : ""));
  }

  private static Outcome judgeRecords(HostileRow row) {
    String verdict = row.diagnoses().get(0);
    List<String> records = records(row);
    if (verdict.equals("NOT_VERIFIED")) {
      boolean proven = Ownership.isProven(records, "TOKEN");
      return new Outcome(row.file(), verdict, proven ? "VERIFIED" : "NOT_VERIFIED");
    }
    RecordReading<?> reading =
        row.file().contains("_sts_") ? MtaStsRecord.read(records) : TlsRptRecord.read(records);
    return new Outcome(row.file(), expected(verdict), found(verdict, reading));
  }

  private static Outcome judgePolicy(HostileRow row) {
    String verdict = row.diagnoses().get(0);
    RecordReading<MtaStsPolicy> reading = MtaStsPolicy.read(row.bytes(), row.contentType());
    return new Outcome(row.file(), expected(verdict), found(verdict, reading));
  }

  private static String expected(String verdict) {
    boolean valid = verdict.equals("VALID") || isWarning(verdict);
    return inForce(valid) + (isWarning(verdict) ? "VALID with " + verdict : verdict);
  }

  private static String found(String verdict, RecordReading<?> reading) {
    boolean warned = isWarning(verdict) && codes(reading).contains(verdict);
    return inForce(reading.record().isPresent())
        + reading.verdict()
        + (warned ? " with " + verdict : "");
  }

  private static boolean isWarning(String verdict) {
    return verdict.startsWith("WARN_");
  }

  private static List<String> records(HostileRow row) {
    try {
      return HostileTxt.read(row.file().substring("txt/".length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> codes(RecordReading<?> reading) {
    return reading.findings().stream().map(Finding::code).collect(Collectors.toList());
  }

  private static boolean isWarned(RecordReading<?> reading) {
    return reading.findings().stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
  }

  private static String inForce(boolean valid) {
    return valid ? "in force, " : "not in force, ";
  }
}

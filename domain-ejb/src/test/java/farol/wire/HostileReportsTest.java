package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import farol.domain.report.ContentDigest;
import farol.domain.report.CountedReport;
import farol.domain.report.Report;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every body of the collection gets the answer in its index, at an endpoint of example.com. */
class HostileReportsTest {
  private record Answer(String status, String diagnosis) {
    static Answer to(Reading reading) {
      if (reading instanceof Reading.Accepted accepted) {
        return isOurs(accepted.report())
            ? new Answer("201", diagnosis(accepted.warnings()))
            : of(RefusalCode.DOMAIN_MISMATCH);
      }
      return of(((Reading.Refused) reading).code());
    }

    private static boolean isOurs(Report report) {
      return CountedReport.of(report, "example.com", Set.of("mx1.example.com")).concernsDomain();
    }

    private static Answer of(RefusalCode code) {
      return new Answer(String.valueOf(code.status()), code.name());
    }

    private static String diagnosis(List<Warning> warnings) {
      return warnings.stream().map(warning -> "_" + warning.code()).reduce("OK", String::concat);
    }
  }

  static Stream<HostileRow> rows() {
    return HostileRow.in("reports").filter(row -> !row.isReplay());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bodyGetsTheAnswerOfTheIndex(HostileRow row) {
    Answer answer = Answer.to(read(row));

    assertThat(answer.status()).isIn(row.statuses());
    assertThat(answer.diagnosis()).isIn(row.diagnoses());
  }

  /** Counts all that is ever allocated for a body, which is more than what is held at once. */
  @ParameterizedTest
  @MethodSource("rows")
  void noHostileBodyTakesMoreThan16MebibytesOfMemory(HostileRow row) {
    byte[] body = row.bytes();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    Bodies.read(body, row.contentType(), row.contentEncoding());

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
  }

  @Test
  void replayIsRecognisedByItsContent() {
    Report first = report("a01_ok.json");
    Report replay = report("a03_replay_same_bytes.json");

    assertThat(ContentDigest.of(replay)).isEqualTo(ContentDigest.of(first));
  }

  @ParameterizedTest
  @MethodSource("otherFormsOfTheFirstReport")
  void otherFormOfAReportIsRecognisedByItsContent(String file) {
    assertThat(ContentDigest.of(report(file))).isEqualTo(ContentDigest.of(report("a01_ok.json")));
  }

  static Stream<String> otherFormsOfTheFirstReport() {
    return Stream.of(
        "a10_mx_host_scalar.json",
        "a11_bom.json",
        "a16_gzip_labelled_json.json.gz",
        "a18_two_members.json.gz",
        "a20_exp_integer.json",
        "a23_utc_offset.json",
        "f11_count.json",
        "g25_date_local.json");
  }

  @Test
  void reportWithOtherCountsIsNoReplay() {
    assertThat(ContentDigest.of(report("a13_sum_mismatch.json")))
        .isNotEqualTo(ContentDigest.of(report("a01_ok.json")));
  }

  private static Reading read(HostileRow row) {
    return Bodies.read(row.bytes(), row.contentType(), row.contentEncoding());
  }

  private static Report report(String file) {
    Reading reading = Bodies.read(Bodies.file("hostile/reports/" + file), null, null);
    return ((Reading.Accepted) reading).report();
  }
}

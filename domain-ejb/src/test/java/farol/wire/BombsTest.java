package farol.wire;

import static farol.wire.Bodies.smallReport;
import static farol.wire.ReadingAssert.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader spends on a body that would inflate to a gibibyte. */
class BombsTest {
  private static final long MOST_ALLOCATED = 16 << 20;
  private static final String FAILURE =
      "{\"result-type\":\"tlsa-invalid\",\"failed-session-count\":1},";
  private static final String POLICY =
      "{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"example.com\"}},";

  @Test
  void bombIsWhatItClaimsToBe() throws IOException {
    byte[] bomb = Bombs.of(smallReport(), " ");

    assertThat(bomb).hasSize(1 << 20);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bomb))) {
      assertThat(gzip.transferTo(OutputStream.nullOutputStream())).isGreaterThanOrEqualTo(1 << 30);
    }
  }

  static Stream<Arguments> bombs() {
    return Stream.of(
        arguments("space after the report", smallReport(), " "),
        arguments("no JSON at all", "", "\0"),
        arguments("one string", upTo("Sender"), "a"),
        arguments("failure details", upTo("\"failure-details\":["), FAILURE),
        arguments("policies", upTo("\"policies\":["), POLICY),
        arguments("a list of numbers", "{\"x\":[", "1,"),
        arguments("a list of objects", "{\"x\":[", "{\"a\":\"b\"},"),
        arguments("lists in lists", "{\"x\":", "["));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void takesLittleMemory(String what, String start, String repeated) {
    byte[] bomb = Bombs.of(start, repeated);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();

    long before = threads.getThreadAllocatedBytes(self);
    Reading reading = Bodies.read(bomb, "application/tlsrpt+gzip", null);
    long allocated = threads.getThreadAllocatedBytes(self) - before;

    refused(reading, RefusalCode.DECODED_TOO_LARGE);
    assertThat(allocated).isLessThan(MOST_ALLOCATED);
  }

  /** The small report to the end of one of its parts. */
  private static String upTo(String part) {
    return smallReport().substring(0, smallReport().indexOf(part) + part.length());
  }
}

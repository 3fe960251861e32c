package farol.benchmarks;

import farol.acceptance.ReportMix;
import farol.wire.Reading;
import farol.wire.ReadingLimits;
import farol.wire.ReportReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * What it costs to read and check a report, P5: processor time of one thread, against {@link
 * GZIPInputStream} alone over the same bytes. The two take turns, so that a machine that gets
 * slower or faster meanwhile touches both alike, and the round in the middle counts.
 */
public final class ReaderCost {
  private static final PrintStream OUT = System.out;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Instant RECEIVED_AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final int REPORTS = 2_000;
  private static final int WARM_UPS = 25;
  private static final int ROUNDS = 25;

  private final ReportReader reader = new ReportReader(ReadingLimits.defaults());
  private final List<byte[]> bodies = new ArrayList<>();
  private final byte[] buffer = new byte[8 << 10];

  private ReaderCost() {
    ReportMix mix = new ReportMix("cost", 1);
    for (int i = 0; i < REPORTS; i++) {
      bodies.add(mix.next().gzip());
    }
  }

  private interface Work {
    void on(byte[] body) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    ReaderCost cost = new ReaderCost();
    for (int i = 0; i < WARM_UPS; i++) {
      cost.microseconds(cost::inflate);
      cost.microseconds(cost::read);
    }
    double[] ratios = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      double yardstick = cost.microseconds(cost::inflate);
      double measured = cost.microseconds(cost::read);
      OUT.printf(
          Locale.ROOT, "GZIPInputStream %6.1f µs   ReportReader %6.1f µs%n", yardstick, measured);
      ratios[i] = measured / yardstick;
    }
    Arrays.sort(ratios);
    OUT.printf(Locale.ROOT, "P5 %.2f (goal: at most 2.50)%n", ratios[ROUNDS / 2]);
  }

  /** The processor time of one body, on average over all. */
  private double microseconds(Work work) throws IOException {
    long start = THREADS.getCurrentThreadCpuTime();
    for (byte[] body : bodies) {
      work.on(body);
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / bodies.size();
  }

  private void inflate(byte[] body) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      while (in.read(buffer) >= 0) {
        // All that counts is that it was inflated.
      }
    }
  }

  private void read(byte[] body) {
    Reading reading = reader.read(body, "application/tlsrpt+gzip", null, RECEIVED_AT);
    if (reading instanceof Reading.Refused refused) {
      throw new IllegalStateException("a report of the mix was refused: " + refused);
    }
  }
}

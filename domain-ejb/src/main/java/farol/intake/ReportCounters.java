package farol.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts reports by what became of them. At any time, and over restarts, reports received = stored
 * + duplicate + refused + failed + those on their way, in the intake's queue or in the spool.
 */
@Dependent
class ReportCounters {
  @Inject MetricRegistry metrics;

  /** For every report whose body has come. */
  void countReceived() {
    metrics.counter("farol_reports_received_total").inc();
  }

  /** Once for every report, when it has come to its end. */
  void count(Outcome outcome) {
    metrics
        .counter("farol_reports_total", new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT)))
        .inc();
  }
}

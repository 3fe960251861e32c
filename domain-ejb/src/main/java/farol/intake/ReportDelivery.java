package farol.intake;

import static java.lang.System.Logger.Level.INFO;

import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.CollectorRoute;
import farol.domain.monitored.CollectorToken;
import farol.domain.report.Acceptance;
import farol.domain.report.Attribution;
import farol.domain.report.CountedReport;
import farol.domain.report.RawReport;
import farol.domain.report.ReportIntake;
import farol.domain.report.Submission;
import farol.intake.Delivery.Status;
import farol.wire.Reading;
import farol.wire.RefusalCode;
import farol.wire.ReportReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Takes in what is posted to a collector. */
@ApplicationScoped
public class ReportDelivery {
  private static final System.Logger LOGGER = System.getLogger(ReportDelivery.class.getName());

  @Inject CollectorDirectory collectors;
  @Inject ReportReader reader;
  @Inject ReportIntake intake;
  @Inject MetricRegistry metrics;
  @Inject Clock clock;

  /**
   * The live collector that a request names, if there is one. Unknown, malformed and retired tokens
   * look the same.
   */
  public Optional<CollectorRoute> route(String token) {
    Optional<CollectorRoute> route = CollectorToken.parse(token).flatMap(collectors::find);
    if (route.isEmpty()) {
      count("unknown_token");
    }
    return route;
  }

  /**
   * Reads a report and stores it. The stage completes after the commit; exceptionally, if it could
   * not be stored.
   */
  public CompletionStage<Delivery> deliver(CollectorRoute route, RawReport raw) {
    Instant now = clock.instant();
    Reading reading = reader.read(raw.body(), raw.contentType(), raw.contentEncoding(), now);
    if (reading instanceof Reading.Refused refused) {
      return CompletableFuture.completedFuture(refuse(route, refused.code(), refused.detail()));
    }
    return store(route, raw, (Reading.Accepted) reading, now);
  }

  private CompletionStage<Delivery> store(
      CollectorRoute route, RawReport raw, Reading.Accepted reading, Instant now) {
    String domain = route.domain().value();
    CountedReport counted = CountedReport.of(reading.report(), domain, route.mxHosts());
    if (!counted.concernsDomain()) {
      return CompletableFuture.completedFuture(
          refuse(
              route,
              RefusalCode.DOMAIN_MISMATCH,
              "a report posted here must have a policy of " + domain + ", this one has none"));
    }
    List<String> warnings = warnings(reading, counted);
    return intake
        .submit(new Submission(route.domainId(), reading.report(), counted, warnings, raw, now))
        .thenApply(acceptance -> delivery(acceptance, warnings))
        .whenComplete(
            (delivery, failure) -> {
              if (failure != null) {
                count("failed");
              }
            });
  }

  private Delivery delivery(Acceptance acceptance, List<String> warnings) {
    return switch (acceptance) {
      case STORED -> {
        count("stored");
        yield Delivery.accepted(Status.STORED, warnings);
      }
      case CONFLICTING -> {
        count("stored");
        List<String> all = new ArrayList<>(warnings);
        all.add("CONFLICTING_DUPLICATE");
        yield Delivery.accepted(Status.STORED, all);
      }
      case DUPLICATE -> {
        count("duplicate");
        yield Delivery.accepted(Status.DUPLICATE, warnings);
      }
      case DOMAIN_GONE -> {
        count("refused");
        yield Delivery.refused(RefusalCode.UNKNOWN_TOKEN, "");
      }
    };
  }

  private static List<String> warnings(Reading.Accepted reading, CountedReport counted) {
    List<String> codes = new ArrayList<>();
    reading.warnings().forEach(warning -> codes.add(warning.code().name()));
    if (has(counted, Attribution.FOREIGN)) {
      codes.add("FOREIGN_POLICY");
    }
    if (has(counted, Attribution.ASSUMED_MX_HOST)) {
      codes.add("ASSUMED_MX_HOST");
    }
    return codes;
  }

  private static boolean has(CountedReport counted, Attribution attribution) {
    return counted.policies().stream().anyMatch(policy -> policy.attribution() == attribution);
  }

  private Delivery refuse(CollectorRoute route, RefusalCode code, String detail) {
    count("refused");
    LOGGER.log(INFO, () -> "refused a report domain=" + route.domain() + " code=" + code);
    return Delivery.refused(code, detail);
  }

  private void count(String outcome) {
    metrics.counter("farol_reports_total", new Tag("outcome", outcome)).inc();
  }
}

package farol.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A reporter's sessions with one MX host on one day.
 *
 * @param failed sessions by what made them fail; only what is not 0
 */
record DemoTraffic(DemoHost host, long successful, Map<DemoCause, Long> failed) {
  private static final double JITTER = 0.12;
  private static final double TIMEOUT_PROBABILITY = 0.015;

  /** After that many days with successes, nobody takes a timeout for an open problem. */
  private static final int QUIET_DAYS = 3;

  DemoTraffic {
    requireNonNull(host, "host");
    failed = Map.copyOf(failed);
  }

  /** Hosts with which there was no session are left out. */
  static List<DemoTraffic> of(DemoReport report) {
    Random random = new Random(report.number()); // whose numbers Java promises never to change
    int daysBeforeEnd = report.daysBeforeEnd();
    List<DemoHost> hosts = report.domain().hostsInService(daysBeforeEnd);
    double weights = hosts.stream().mapToDouble(DemoHost::weight).sum();
    double sessions =
        report.domain().sessions() * report.reporter().share() * dayFactor(report.day());
    List<DemoTraffic> traffic = new ArrayList<>();
    for (DemoHost host : hosts) {
      double expected = sessions * host.weight() / weights * (1 + JITTER * random.nextGaussian());
      long tried = (long) Math.floor(Math.max(0, expected) + random.nextDouble());
      boolean timeout =
          random.nextDouble() < TIMEOUT_PROBABILITY && report.daysBeforeLastReport() >= QUIET_DAYS;
      if (tried > 0) {
        traffic.add(of(host, daysBeforeEnd, tried, timeout));
      }
    }
    return traffic;
  }

  long failures() {
    return failed.values().stream().mapToLong(Long::longValue).sum();
  }

  private static DemoTraffic of(DemoHost host, int daysBeforeEnd, long tried, boolean timeout) {
    Map<DemoCause, Long> failed = new EnumMap<>(DemoCause.class);
    long successful = tried;
    for (DemoStory story : DemoStory.values()) {
      long sessions = story.failed(host, daysBeforeEnd, tried);
      if (sessions > 0) {
        failed.put(story.cause(), sessions);
        successful -= sessions;
      }
    }
    if (timeout && successful > 0) {
      failed.put(DemoCause.TIMEOUT, 1L);
      successful--;
    }
    return new DemoTraffic(host, successful, failed);
  }

  private static double dayFactor(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case MONDAY -> 1.04;
      case TUESDAY -> 1.1;
      case WEDNESDAY -> 1.07;
      case THURSDAY -> 1.03;
      case FRIDAY -> 0.9;
      case SATURDAY -> 0.38;
      case SUNDAY -> 0.32;
    };
  }
}

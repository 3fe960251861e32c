package farol.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A proven domain, a hundred reports on it of some sixty days, and what they add up to. */
final class ReportedDomain {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REPORTS = 100;

  private final RunningFarol farol;
  private final TestDomain domain;
  private final List<JsonNode> reports = new ArrayList<>();
  private final IndependentTotals expected = new IndependentTotals();

  private ReportedDomain(RunningFarol farol, TestDomain domain) throws IOException {
    this.farol = farol;
    this.domain = domain;
    String name = domain.name();
    ReportMix mix = new ReportMix(name, name.hashCode());
    for (int i = 0; i < REPORTS; i++) {
      String report = new String(mix.next().json(), StandardCharsets.UTF_8);
      reports.add(JSON.readTree(report.replace("example.com", name)));
    }
    reports.forEach(expected::add);
  }

  /** Adds and proves the domain; nothing is reported yet. */
  static ReportedDomain add(RunningFarol farol, String name)
      throws IOException, InterruptedException {
    return new ReportedDomain(farol, new TestDomain(farol, name).add().prove());
  }

  /** Keeps roll-ups from going beyond the day in the middle of those that are reported on. */
  HeldDay holdMiddle() throws IOException, SQLException {
    List<LocalDate> days = reports.stream().map(ReportedDomain::day).distinct().sorted().toList();
    return HeldDay.of(farol, domain.name(), days.get(days.size() / 2));
  }

  /** Posts the reports. */
  void report() throws IOException, InterruptedException {
    String collector = domain.collector();
    for (JsonNode report : reports) {
      domain.send(report, collector);
    }
  }

  /** What the roll-ups say, as reports, successful and failed sessions. */
  String summary() throws IOException, InterruptedException {
    JsonNode summary = domain.get("/summary?from=2026-08-01&to=2026-12-31");
    return totals(
        summary.path("reports").asLong(),
        summary.path("sessions").path("successful").asLong(),
        summary.path("sessions").path("failed").asLong());
  }

  /** What they have to say once all reports are rolled up. */
  String expected() {
    return totals(expected.reports(), expected.successful(), expected.failed());
  }

  void delete() throws IOException, InterruptedException {
    domain.close();
  }

  private static LocalDate day(JsonNode report) {
    return LocalDate.parse(
        report.path("date-range").path("start-datetime").asText().substring(0, 10));
  }

  private static String totals(long reports, long successful, long failed) {
    return reports + " reports, " + successful + " successful, " + failed + " failed";
  }
}

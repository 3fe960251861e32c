package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts reports from their JSON alone, by the written rules and with none of the product's code:
 * sessions from summaries; a missing failure total is the sum of the details; of {@code tlsa} and
 * {@code sts} only the one that tried more; the first report of a key.
 */
final class IndependentTotals {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, long[]> byKey = new LinkedHashMap<>();

  void add(ReportMix.Made report) {
    try {
      add(JSON.readTree(report.json()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(JsonNode report) {
    JsonNode range = report.path("date-range");
    String key =
        String.join(
            "|",
            report.path("organization-name").asText(),
            report.path("report-id").asText(),
            range.path("start-datetime").asText().replace("+00:00", "Z"),
            range.path("end-datetime").asText().replace("+00:00", "Z"));
    byKey.putIfAbsent(key, count(report));
  }

  /** Fails unless a summary of the API says the same. */
  void assertSaidBy(JsonNode summary) {
    JsonNode sessions = summary.path("sessions");
    assertThat(summary.path("reports").asLong()).isEqualTo(reports());
    assertThat(sessions.path("successful").asLong()).isEqualTo(successful());
    assertThat(sessions.path("failed").asLong()).isEqualTo(failed());
  }

  long successful() {
    return byKey.values().stream().mapToLong(counts -> counts[0]).sum();
  }

  long failed() {
    return byKey.values().stream().mapToLong(counts -> counts[1]).sum();
  }

  long reports() {
    return byKey.size();
  }

  private static long[] count(JsonNode report) {
    Map<String, long[]> byType = new HashMap<>();
    for (JsonNode policy : report.path("policies")) {
      long[] sum =
          byType.computeIfAbsent(
              policy.path("policy").path("policy-type").asText().toLowerCase(java.util.Locale.ROOT),
              type -> new long[2]);
      JsonNode summary = policy.path("summary");
      sum[0] += summary.path("total-successful-session-count").asLong();
      JsonNode failures = summary.path("total-failure-session-count");
      sum[1] += failures.isMissingNode() || failures.isNull() ? details(policy) : failures.asLong();
    }
    List<long[]> counted = new ArrayList<>();
    long[] tlsa = byType.getOrDefault("tlsa", new long[2]);
    long[] sts = byType.getOrDefault("sts", new long[2]);
    long more = Long.compare(tlsa[0] + tlsa[1], sts[0] + sts[1]);
    counted.add(more > 0 || (more == 0 && tlsa[1] > sts[1]) ? tlsa : sts);
    byType.forEach(
        (type, counts) -> {
          if (!type.equals("tlsa") && !type.equals("sts")) {
            counted.add(counts);
          }
        });
    return new long[] {
      counted.stream().mapToLong(counts -> counts[0]).sum(),
      counted.stream().mapToLong(counts -> counts[1]).sum()
    };
  }

  private static long details(JsonNode policy) {
    long sum = 0;
    for (JsonNode detail : policy.path("failure-details")) {
      sum += detail.path("failed-session-count").asLong();
    }
    return sum;
  }
}

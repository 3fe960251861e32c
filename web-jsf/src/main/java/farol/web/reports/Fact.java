package farol.web.reports;

import farol.domain.lookup.OutsideText;
import farol.domain.report.FailureDetail;
import farol.domain.report.StoredReport;
import farol.web.kit.CameBy;
import farol.web.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a report says.
 *
 * @param value mostly outside text
 */
public record Fact(String label, String value) {
  static List<Fact> of(StoredReport report, CameBy cameBy, Texts texts) {
    List<Fact> facts = new ArrayList<>();
    add(facts, texts.get("report.id"), report.head().reportId());
    add(facts, texts.get("report.contact"), report.report().contact());
    add(
        facts,
        texts.get("report.window"),
        texts.format(
            "report.window.value",
            texts.instant(report.head().window().start()),
            texts.instant(report.head().window().end())));
    add(facts, texts.get("report.received"), texts.instant(report.head().receivedAt()));
    add(facts, texts.get("report.came"), cameBy.from());
    add(
        facts,
        texts.get("report.sessions"),
        texts.format(
            "report.sessions.value",
            report.head().counts().successful(),
            report.head().counts().failed()));
    return List.copyOf(facts);
  }

  static List<Fact> of(FailureDetail failure, Texts texts) {
    List<Fact> facts = new ArrayList<>();
    add(facts, texts.get("report.failure.reason"), failure.failureReasonCode());
    add(facts, texts.get("report.failure.host"), failure.receivingMxHostname());
    add(facts, texts.get("report.failure.helo"), failure.receivingMxHelo());
    add(facts, texts.get("report.failure.receiving"), failure.receivingIp());
    add(facts, texts.get("report.failure.sending"), failure.sendingMtaIp());
    return List.copyOf(facts);
  }

  /** What the codes mean; a code that an older version stored may be without words. */
  public static List<Fact> ofWarnings(List<String> codes, Texts texts) {
    return codes.stream().map(code -> new Fact(code, texts.getOr("warning." + code, ""))).toList();
  }

  /** Adds what there is to be said, in a line that turns no text around. */
  public static void add(List<Fact> facts, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(label, OutsideText.safe(value)));
    }
  }
}

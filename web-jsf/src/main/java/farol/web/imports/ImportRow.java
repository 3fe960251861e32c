package farol.web.imports;

import farol.imports.ImportCounts;
import farol.imports.ImportState;
import farol.imports.ReportImport;
import farol.web.kit.Texts;
import java.time.Instant;

/**
 * An import in the list of all.
 *
 * @param name of its file. Outside text
 * @param href leads to what it did not take
 * @param tone names the state in the style sheet
 * @param percent how much of its file is read; only while it {@code isReading}
 * @param progressText says the same
 * @param failure why it was given up, in English; empty unless it was
 * @param chosen {@code true} where the page tells what it did not take, as ARIA has it
 */
public record ImportRow(
    long id,
    String name,
    String href,
    Instant createdAt,
    String createdBy,
    String tone,
    String state,
    boolean reading,
    int percent,
    String progressText,
    ImportCounts counts,
    String failure,
    boolean over,
    boolean cancellable,
    boolean retryable,
    String cancelText,
    String retryText,
    String chosen) {
  public boolean isFailed() {
    return !failure.isEmpty();
  }

  /** Whether something was not taken, so that there is a list of it. */
  public boolean isPartial() {
    return counts.foreign() + counts.noReport() + counts.refused() > 0;
  }

  static ImportRow of(ReportImport shown, boolean chosen, Texts texts) {
    ImportState state = shown.state();
    int percent = percent(shown);
    return new ImportRow(
        shown.id(),
        shown.name(),
        "imports?id=" + shown.id() + "#untaken",
        shown.createdAt(),
        shown.createdBy(),
        tone(state),
        texts.get("imports.state." + state.name()),
        state == ImportState.RUNNING && shown.bytes() > 0,
        percent,
        texts.format("imports.progress", percent, shown.name()),
        shown.counts(),
        shown.failure() == null ? "" : shown.failure(),
        state.isOver(),
        state != ImportState.DONE && state != ImportState.CANCELLED,
        state == ImportState.FAILED,
        texts.format("imports.cancel-named", shown.name()),
        texts.format("imports.retry-named", shown.name()),
        String.valueOf(chosen));
  }

  private static int percent(ReportImport shown) {
    return shown.bytes() == 0 ? 0 : (int) Math.min(100, 100 * shown.readBytes() / shown.bytes());
  }

  private static String tone(ImportState state) {
    return switch (state) {
      case RECEIVING, WAITING, RUNNING -> "waiting";
      case DONE -> "ok";
      case FAILED -> "refused";
      case CANCELLED -> "unprotected";
    };
  }
}

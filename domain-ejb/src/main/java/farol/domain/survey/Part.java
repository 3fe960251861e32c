package farol.domain.survey;

import farol.domain.lookup.LookupOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Something that a look found out, or did not. */
interface Part extends Consumer<Look.Builder> {
  /** The records at a name: a line each, none where there are none. */
  static Part of(Aspect aspect, LookupOutcome<?> outcome) {
    return look ->
        outcome.fold(
            found -> {
              look.seeLines(aspect, found);
              return look;
            },
            absent -> {
              look.see(aspect, "");
              return look;
            },
            failed -> {
              look.missAnswer(aspect);
              return look;
            });
  }

  /** Known already. */
  static CompletionStage<Part> completed(Part part) {
    return CompletableFuture.completedStage(part);
  }

  /** A part, or another one if it takes too long. */
  static CompletionStage<Part> within(
      Duration patience, CompletionStage<Part> part, Part otherwise) {
    return part.toCompletableFuture()
        .copy()
        .completeOnTimeout(otherwise, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** This one, and another. */
  default Part and(Part other) {
    return look -> {
      accept(look);
      other.accept(look);
    };
  }

  /** All of them together, in order. */
  static CompletionStage<Part> all(List<? extends CompletionStage<Part>> parts) {
    CompletionStage<Part> all = completed(look -> {});
    for (CompletionStage<Part> part : parts) {
      all = all.thenCombine(part, Part::and);
    }
    return all;
  }
}

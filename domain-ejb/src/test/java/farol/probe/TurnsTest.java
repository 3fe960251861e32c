package farol.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns<String> turns = new Turns<>();
  private final CompletableFuture<String> first = new CompletableFuture<>();

  @Test
  void oneTaskAtATimeIsUnderWayForATarget() {
    var unused = take(turns, first);
    CompletableFuture<String> second = take(turns, done("second"));
    assertThat(take(new Turns<>(), done("of others"))).succeedsWithin(Duration.ofSeconds(10));
    assertThat(second).isNotDone();

    first.complete("first");
    assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("second");
  }

  @Test
  void othersDoNotWait() {
    var unused = take(turns, first);

    assertThat(turns.take("other", () -> done("its own"), "too late").toCompletableFuture())
        .succeedsWithin(Duration.ofSeconds(10))
        .isEqualTo("its own");
  }

  @Test
  void failureIsNobodyElses() {
    var unused = take(turns, first);
    CompletableFuture<String> second = take(turns, done("second"));

    first.completeExceptionally(new IllegalStateException("of the first"));
    assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("second");
  }

  @Test
  void nothingIsDoneForWhoHasWaitedTooLong() {
    Turns<String> impatient = new Turns<>(Duration.ofMillis(300));
    AtomicInteger begun = new AtomicInteger();
    CompletableFuture<Void> held = new CompletableFuture<>();
    var unused =
        impatient.take(
            "target",
            () -> {
              held.complete(null);
              return first;
            },
            "too late");
    assertThat(held).succeedsWithin(Duration.ofSeconds(10));
    List<CompletableFuture<String>> late =
        Stream.generate(
                () ->
                    impatient
                        .take(
                            "target",
                            () -> done("in time, as " + begun.incrementAndGet()),
                            "too late")
                        .toCompletableFuture())
            .limit(10_000)
            .toList();

    first.completeOnTimeout("first", 400, TimeUnit.MILLISECONDS);
    assertThat(late)
        .allSatisfy(
            each -> assertThat(each).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("too late"));
    assertThat(begun).hasValue(0);
  }

  private static CompletableFuture<String> take(Turns<String> turns, CompletionStage<String> task) {
    return turns.take("target", () -> task, "too late").toCompletableFuture();
  }

  private static CompletionStage<String> done(String result) {
    return CompletableFuture.completedStage(result);
  }
}

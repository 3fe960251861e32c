package farol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenQuestionsTest {
  private final List<CompletableFuture<String>> asked = new ArrayList<>();

  @Test
  void letOnlySoManyBeOpen() {
    OpenQuestions questions = new OpenQuestions(3, Duration.ofMinutes(1));
    List<CompletableFuture<String>> answers = ask(questions, 5);
    assertThat(asked).hasSize(3);

    asked.get(1).complete("one");
    assertThat(asked).hasSize(4);
    asked.get(0).completeExceptionally(new IllegalStateException("zero"));
    assertThat(asked).hasSize(5);

    asked.get(3).complete("three");
    assertThat(answers.get(1)).isCompletedWithValue("one");
    assertThat(answers.get(0)).isCompletedExceptionally();
    assertThat(answers.get(3)).isCompletedWithValue("three");
    assertThat(ask(questions, 1)).hasSize(1);
    assertThat(asked).hasSize(6);
  }

  @Test
  void makeWayForOthersWhenTheyTakeLongAndAreStillAnswered() {
    OpenQuestions questions = new OpenQuestions(1, Duration.ofMillis(1));
    List<CompletableFuture<String>> answers = new ArrayList<>();
    CompletableFuture<String> slow = new CompletableFuture<>();
    answers.add(questions.ask(() -> slow));
    answers.add(questions.ask(() -> CompletableFuture.completedFuture("next")));
    assertThat(answers.get(1)).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("next");
    assertThat(answers.get(0)).isNotDone();

    slow.complete("slow");
    assertThat(answers.get(0)).isCompletedWithValue("slow");
  }

  private List<CompletableFuture<String>> ask(OpenQuestions questions, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                questions.ask(
                    () -> {
                      asked.add(new CompletableFuture<>());
                      return asked.get(asked.size() - 1);
                    }))
        .toList();
  }
}

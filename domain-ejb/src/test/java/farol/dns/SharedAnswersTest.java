package farol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedAnswersTest {
  private final SharedAnswers<String, String> answers = new SharedAnswers<>();
  private final List<CompletableFuture<String>> asked = new ArrayList<>();

  @Test
  void doesNotAskWhatIsOpen() {
    CompletableFuture<String> one = ask("mx");
    CompletableFuture<String> other = ask("mx");
    assertThat(asked).hasSize(1);

    asked.get(0).complete("answer");
    assertThat(one).isCompletedWithValue("answer");
    assertThat(other).isCompletedWithValue("answer");
  }

  @Test
  void asksAnotherQuestion() {
    CompletableFuture<String> one = ask("mx");
    CompletableFuture<String> other = ask("txt");
    asked.get(1).complete("answer");

    assertThat(other).isCompletedWithValue("answer");
    assertThat(one).isNotDone();
  }

  @Test
  void asksAnewWhatWasAnswered() {
    var unused = ask("mx");
    asked.get(0).complete("answer");
    CompletableFuture<String> later = ask("mx");

    asked.get(1).complete("another");
    assertThat(later).isCompletedWithValue("another");
  }

  @Test
  void asksAnewWhatFailed() {
    CompletableFuture<String> one = ask("mx");
    CompletableFuture<String> other = ask("mx");
    asked.get(0).completeExceptionally(new IllegalStateException("no answer"));

    assertThat(one).isCompletedExceptionally();
    assertThat(other).isCompletedExceptionally();
    assertThat(ask("mx")).isNotDone();
  }

  @Test
  void letsNobodySpoilTheAnswerForOthers() {
    CompletableFuture<String> one = ask("mx");
    CompletableFuture<String> other = ask("mx");
    one.cancel(false);
    asked.get(0).complete("answer");

    assertThat(other).isCompletedWithValue("answer");
  }

  private CompletableFuture<String> ask(String question) {
    return answers.to(
        question,
        () -> {
          asked.add(new CompletableFuture<>());
          return asked.get(asked.size() - 1);
        });
  }
}

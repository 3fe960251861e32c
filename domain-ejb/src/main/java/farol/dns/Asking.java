package farol.dns;

import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Record;

/** How one look-up puts its questions: to whom, within what time, with what proof. */
@FunctionalInterface
interface Asking {
  /**
   * Completes with an answer, or exceptionally with {@link NoAnswerException}, which is a {@link
   * BogusException} where the answer breaks its proof.
   */
  CompletableFuture<Answer> ask(Record question);
}

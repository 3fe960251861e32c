package farol.dns;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** DNS gave no usable answer; the message says what happened. */
class NoAnswerException extends RuntimeException {
  NoAnswerException(String message) {
    super(message);
  }

  /**
   * The reason that a stage failed for.
   *
   * @throws CompletionException if it is another one, a mistake of ours
   */
  static NoAnswerException of(@Nullable Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof NoAnswerException noAnswer) {
      return noAnswer;
    }
    throw new CompletionException(cause);
  }

  /** What a stage failed for, without what stages wrap it in. */
  static @Nullable Throwable cause(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** What happened, for an operator. */
  String detail() {
    return String.valueOf(getMessage());
  }
}

package farol.domain.mailbox;

import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** What came of reading a mail. */
public sealed interface MailBytes {
  /** Calls the one function that fits. */
  <R> R fold(
      Function<? super byte[], ? extends R> whole,
      LongFunction<? extends R> tooLarge,
      Function<? super String, ? extends R> unreadable,
      Supplier<? extends R> gone);

  /** All of it. */
  @SuppressWarnings("ArrayRecordComponent") // the reader's own
  record Whole(byte[] bytes) implements MailBytes {
    @Override
    public <R> R fold(
        Function<? super byte[], ? extends R> whole,
        LongFunction<? extends R> tooLarge,
        Function<? super String, ? extends R> unreadable,
        Supplier<? extends R> gone) {
      return whole.apply(bytes);
    }
  }

  /**
   * It has more bytes than were asked for.
   *
   * @param size so many at least
   */
  record TooLarge(long size) implements MailBytes {
    @Override
    public <R> R fold(
        Function<? super byte[], ? extends R> whole,
        LongFunction<? extends R> tooLarge,
        Function<? super String, ? extends R> unreadable,
        Supplier<? extends R> gone) {
      return tooLarge.apply(size);
    }
  }

  /**
   * The mailbox does not hand out this one mail.
   *
   * @param reason for an operator
   */
  record Unreadable(String reason) implements MailBytes {
    @Override
    public <R> R fold(
        Function<? super byte[], ? extends R> whole,
        LongFunction<? extends R> tooLarge,
        Function<? super String, ? extends R> unreadable,
        Supplier<? extends R> gone) {
      return unreadable.apply(reason);
    }
  }

  /** Somebody else took it away meanwhile. */
  record Gone() implements MailBytes {
    @Override
    public <R> R fold(
        Function<? super byte[], ? extends R> whole,
        LongFunction<? extends R> tooLarge,
        Function<? super String, ? extends R> unreadable,
        Supplier<? extends R> gone) {
      return gone.get();
    }
  }
}

package farol.domain.lookup;

import java.util.List;
import java.util.function.Function;

/**
 * What a look-up came to. Found, absent and failed are three things: only an answer from DNS says
 * that a record is absent, and a {@link TemporaryFailure} says nothing about the domain, so it must
 * never clear what was known before.
 *
 * @param <T> what one record is
 */
public sealed interface LookupOutcome<T> {

  /** Calls the one function that fits the outcome. */
  <R> R fold(
      Function<? super List<T>, ? extends R> found,
      Function<? super Reason, ? extends R> absent,
      Function<? super String, ? extends R> failed);

  /** Why DNS has no such record. */
  enum Reason {
    /** The name does not exist (NXDOMAIN). */
    NO_SUCH_NAME,
    /** The name exists, without records of the type asked for (NODATA). */
    NO_SUCH_RECORD
  }

  /**
   * The records; at least one.
   *
   * @param records in an order that does not depend on the order of DNS, which is random
   */
  record Found<T>(List<T> records) implements LookupOutcome<T> {
    public Found {
      records = List.copyOf(records);
      if (records.isEmpty()) {
        throw new IllegalArgumentException("a look-up that found something must have records");
      }
    }

    @Override
    public <R> R fold(
        Function<? super List<T>, ? extends R> found,
        Function<? super Reason, ? extends R> absent,
        Function<? super String, ? extends R> failed) {
      return found.apply(records);
    }
  }

  /** DNS answered that there is no such record. */
  record Absent<T>(Reason reason) implements LookupOutcome<T> {
    @Override
    public <R> R fold(
        Function<? super List<T>, ? extends R> found,
        Function<? super Reason, ? extends R> absent,
        Function<? super String, ? extends R> failed) {
      return absent.apply(reason);
    }
  }

  /**
   * DNS did not answer, or not usably: SERVFAIL, REFUSED, a timeout, a loop of aliases.
   *
   * @param detail what happened, for an operator
   */
  record TemporaryFailure<T>(String detail) implements LookupOutcome<T> {
    @Override
    public <R> R fold(
        Function<? super List<T>, ? extends R> found,
        Function<? super Reason, ? extends R> absent,
        Function<? super String, ? extends R> failed) {
      return failed.apply(detail);
    }
  }
}

package farol.domain.lookup;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a look-up came to whose answer counts only if it is proven (DANE). An answer that breaks its
 * proof is no answer, and in particular not one that says that something is absent.
 *
 * @param <T> what one record is
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7672#section-2.1">RFC 7672, section 2.1</a>
 */
public sealed interface SecureOutcome<T> {

  /** Calls the one function that fits the outcome. */
  <R> R fold(
      BiFunction<? super LookupOutcome<T>, ? super Proof, ? extends R> answered,
      Function<? super String, ? extends R> bogus,
      Function<? super String, ? extends R> failed);

  /** Whether this is an answer, found or absent, that signatures prove. */
  default boolean isSecure() {
    return fold((answer, proof) -> proof == Proof.SECURE, bogus -> false, failed -> false);
  }

  /**
   * An answer.
   *
   * @param answer found or absent, never a failure
   * @param proof of all of it, and of the aliases on the way
   * @param name where the records are or would be: the name asked for, or the last of its aliases;
   *     lower case, without trailing dot. The first place to look for TLSA records of an alias (RFC
   *     7672, section 2.2)
   */
  record Answered<T>(LookupOutcome<T> answer, Proof proof, String name)
      implements SecureOutcome<T> {
    public Answered {
      if (answer instanceof LookupOutcome.TemporaryFailure) {
        throw new IllegalArgumentException("a failure is no answer: " + answer);
      }
    }

    @Override
    public <R> R fold(
        BiFunction<? super LookupOutcome<T>, ? super Proof, ? extends R> answered,
        Function<? super String, ? extends R> bogus,
        Function<? super String, ? extends R> failed) {
      return answered.apply(answer, proof);
    }
  }

  /**
   * The domain claims to be signed, but what DNS says does not bear it out: signatures that are
   * missing, wrong or expired, a DS without its key. Validating senders get nothing at all.
   *
   * @param reason for an operator
   */
  record Bogus<T>(String reason) implements SecureOutcome<T> {
    @Override
    public <R> R fold(
        BiFunction<? super LookupOutcome<T>, ? super Proof, ? extends R> answered,
        Function<? super String, ? extends R> bogus,
        Function<? super String, ? extends R> failed) {
      return bogus.apply(reason);
    }
  }

  /**
   * DNS did not answer, or not usably; says nothing about the domain.
   *
   * @param detail what happened, for an operator
   */
  record Failed<T>(String detail) implements SecureOutcome<T> {
    @Override
    public <R> R fold(
        BiFunction<? super LookupOutcome<T>, ? super Proof, ? extends R> answered,
        Function<? super String, ? extends R> bogus,
        Function<? super String, ? extends R> failed) {
      return failed.apply(detail);
    }
  }
}

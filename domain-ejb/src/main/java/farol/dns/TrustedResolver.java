package farol.dns;

import farol.domain.lookup.Proof;
import farol.network.Deadline;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;

/**
 * Believes the resolver, which must be a validating one on a way that nobody can forge on: it marks
 * what it has proven (AD), and answers SERVFAIL to what is bogus, unless it is told not to check
 * (CD).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4035#section-3.2">RFC 4035, section 3.2</a>
 */
record TrustedResolver(ServerList servers) implements Validation {
  @Override
  public Asking within(Deadline deadline) {
    return question -> ask(question, deadline);
  }

  private CompletableFuture<Answer> ask(Record question, Deadline deadline) {
    return servers
        .ask(SignedQuery.of(Message.newQuery(question), Flags.AD), deadline)
        .thenApply(TrustedResolver::judge)
        .exceptionallyCompose(
            failure ->
                NoAnswerException.cause(failure) instanceof ServerFailureException
                    ? askUnchecked(question, deadline, failure)
                    : CompletableFuture.failedFuture(failure));
  }

  private static Answer judge(Message message) {
    return new Answer(
        message, message.getHeader().getFlag(Flags.AD) ? Proof.SECURE : Proof.INSECURE);
  }

  /** Tells an answer that breaks its proof from a domain whose servers are out of order. */
  private CompletableFuture<Answer> askUnchecked(
      Record question, Deadline deadline, Throwable failure) {
    return servers
        .ask(SignedQuery.of(Message.newQuery(question), Flags.CD), deadline)
        .handle(
            (message, stillFailing) -> {
              throw stillFailing == null
                  ? new BogusException(
                      "the resolver answers SERVFAIL, and answers when it shall not check"
                          + " signatures")
                  : NoAnswerException.of(failure);
            });
  }
}

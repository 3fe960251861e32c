package farol.dns;

import farol.domain.lookup.OutsideText;
import farol.domain.lookup.Proof;
import farol.domain.shared.Excerpt;
import farol.network.Continuations;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.ValidatingResolver;

/**
 * Puts the questions of one look-up to a validator, and tells what is proven, what is not signed,
 * what is bogus, and what got no answer at all.
 *
 * @param upstream what the validator asks
 */
record Prover(ValidatingResolver validator, Upstream upstream) implements Asking {
  /**
   * What the validator says where it did not compute the denial of a record because that takes more
   * iterations than it allows. It calls that bogus, though not where a name is denied.
   */
  private static final String TOO_COSTLY = "All NSEC3s were validated but ignored";

  @Override
  public CompletableFuture<Answer> ask(Record question) {
    return prove(question)
        .exceptionallyCompose(
            failure ->
                NoAnswerException.cause(failure) instanceof BogusException bogus
                    ? alias(question.getName(), bogus)
                    : CompletableFuture.failedFuture(failure));
  }

  /**
   * The alias that a name is, where it can be proven by itself. A resolver may answer with the
   * first part of a chain only, which the validator takes for a denial without its proof.
   */
  private CompletableFuture<Answer> alias(Name name, BogusException otherwise) {
    return prove(Record.newRecord(name, Type.CNAME, DClass.IN))
        .handle(
            (answer, failure) -> {
              if (answer != null && answer.message().findRRset(name, Type.CNAME, Section.ANSWER)) {
                return answer;
              }
              throw answer != null || NoAnswerException.cause(failure) instanceof BogusException
                  ? otherwise
                  : NoAnswerException.of(failure);
            });
  }

  private CompletableFuture<Answer> prove(Record question) {
    return send(question).handle(Reply::new).thenCompose(reply -> judge(reply, question.getName()));
  }

  private CompletableFuture<Message> send(Record question) {
    return validator
        .sendAsync(Message.newQuery(question), Continuations.THREADS)
        .toCompletableFuture();
  }

  /** What the validator says: a message, or why there is none. */
  private record Reply(@Nullable Message message, @Nullable Throwable failure) {}

  private CompletableFuture<Answer> judge(Reply reply, Name name) {
    Message message = reply.message();
    if (message != null && message.getHeader().getFlag(Flags.AD)) {
      return CompletableFuture.completedFuture(new Answer(message, Proof.SECURE));
    }
    // The validator takes a question of its own that nobody answers for an answer that proves less.
    Optional<NoAnswerException> unanswered = upstream.failure();
    if (unanswered.isPresent()) {
      return CompletableFuture.failedFuture(unanswered.get());
    }
    if (message == null) {
      return CompletableFuture.failedFuture(unreadable(reply.failure()));
    }
    if (reason(message).startsWith(TOO_COSTLY)) {
      return CompletableFuture.completedFuture(denial(message));
    }
    if (message.getRcode() == Rcode.SERVFAIL) {
      return anchorHolds(name)
          .thenCompose(
              holds ->
                  CompletableFuture.failedFuture(
                      holds ? bogus(message) : upstream.failure().orElseGet(Prover::unfounded)));
    }
    return CompletableFuture.completedFuture(new Answer(message, Proof.INSECURE));
  }

  /**
   * Whether the keys of the trust anchor's own zone can be proven. If not, nothing below it can be,
   * and it is our anchor or our resolver that is wrong.
   */
  private CompletableFuture<Boolean> anchorHolds(Name name) {
    RRset anchor = validator.getTrustAnchors().find(name, DClass.IN);
    if (anchor == null) {
      return CompletableFuture.completedFuture(true);
    }
    return send(Record.newRecord(anchor.getName(), Type.DNSKEY, DClass.IN))
        .handle((keys, failure) -> keys != null && keys.getHeader().getFlag(Flags.AD));
  }

  /** That there is no such record, unproven: RFC 5155, section 10.3. */
  private static Answer denial(Message message) {
    Message none = new Message(message.getHeader().getID());
    none.addRecord(message.getQuestion(), Section.QUESTION);
    return new Answer(none, Proof.INSECURE);
  }

  private static BogusException bogus(Message message) {
    String reason = reason(message);
    return new BogusException(reason.isEmpty() ? "the signatures do not prove the answer" : reason);
  }

  /** Why the validator thinks of an answer as it does; empty where it does not say. */
  private static String reason(Message message) {
    return message.getSection(Section.ADDITIONAL).stream()
        .filter(record -> record.getDClass() == ValidatingResolver.VALIDATION_REASON_QCLASS)
        .filter(TXTRecord.class::isInstance)
        .map(reason -> OutsideText.safe(String.join("", ((TXTRecord) reason).getStrings())))
        .findFirst()
        .orElse("");
  }

  private static NoAnswerException unfounded() {
    return new NoAnswerException(
        "the resolver's answers do not fit the trust anchor: it may leave out signatures, or the"
            + " anchor may be out of date");
  }

  private static NoAnswerException unreadable(@Nullable Throwable failure) {
    return new NoAnswerException(
        "an answer that cannot be validated ("
            + Excerpt.of(OutsideText.safe(String.valueOf(NoAnswerException.cause(failure))))
            + ")");
  }
}

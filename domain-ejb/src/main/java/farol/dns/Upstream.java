package farol.dns;

import farol.network.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/**
 * What the validator asks for one look-up: signed records, unchecked by the resolver. Bounded,
 * because whoever signs a zone decides how much has to be asked and computed to prove an answer.
 */
final class Upstream implements Resolver {
  private static final int MOST_QUESTIONS = 150;
  private static final int MOST_RECORDS = 500;
  // Longer than any look-up; the validator itself goes no further.
  private static final long KEY_TTL_SECONDS = 900;

  private final ServerList servers;
  private final Deadline deadline;
  private final AtomicInteger questions = new AtomicInteger();
  private final AtomicReference<@Nullable NoAnswerException> failure = new AtomicReference<>();

  Upstream(ServerList servers, Deadline deadline) {
    this.servers = servers;
    this.deadline = deadline;
  }

  /** Why a question got no answer, if that happened. */
  Optional<NoAnswerException> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public CompletionStage<Message> sendAsync(Message query, Executor executor) {
    return ask(query).whenComplete((message, problem) -> remember(problem));
  }

  private CompletableFuture<Message> ask(Message query) {
    if (questions.incrementAndGet() > MOST_QUESTIONS) {
      return CompletableFuture.failedFuture(
          new NoAnswerException("more than " + MOST_QUESTIONS + " questions to prove an answer"));
    }
    return servers
        .ask(SignedQuery.of(query, Flags.CD), deadline)
        .thenApply(Upstream::requireSmall)
        .thenApply(Upstream::keepKeys);
  }

  private static Message requireSmall(Message answer) {
    int records =
        IntStream.rangeClosed(Section.ANSWER, Section.ADDITIONAL)
            .map(section -> answer.getSection(section).size())
            .sum();
    if (records > MOST_RECORDS) {
      throw new NoAnswerException("an answer of more than " + MOST_RECORDS + " records");
    }
    return answer;
  }

  /**
   * Makes keys last as long as the look-up. The validator forgets them when their TTL is over,
   * which is at once if they come from a cache in their last second, and then takes a denial by
   * NSEC3 for bogus: it no longer finds the key that says how many iterations are allowed.
   */
  private static Message keepKeys(Message answer) {
    List<Record> records = List.copyOf(answer.getSection(Section.ANSWER));
    answer.removeAllRecords(Section.ANSWER);
    records.forEach(record -> answer.addRecord(kept(record), Section.ANSWER));
    return answer;
  }

  private static Record kept(Record record) {
    return record.getRRsetType() == Type.DNSKEY
        ? Record.newRecord(
            record.getName(),
            record.getType(),
            record.getDClass(),
            KEY_TTL_SECONDS,
            record.rdataToWireCanonical())
        : record;
  }

  private void remember(@Nullable Throwable problem) {
    if (problem != null) {
      failure.compareAndSet(null, NoAnswerException.of(problem));
    }
  }

  @Override
  public CompletionStage<Message> sendAsync(Message query) {
    return sendAsync(query, Runnable::run);
  }

  @Override
  public Duration getTimeout() {
    return deadline.left();
  }

  // What follows is decided here for each question, not by whoever asks.

  @Override
  public void setTimeout(Duration timeout) {}

  @Override
  public void setPort(int port) {}

  @Override
  public void setTCP(boolean flag) {}

  @Override
  public void setIgnoreTruncation(boolean flag) {}

  @Override
  public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {}

  @Override
  public void setTSIGKey(TSIG key) {}
}

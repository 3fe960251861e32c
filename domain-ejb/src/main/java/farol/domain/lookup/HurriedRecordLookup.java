package farol.domain.lookup;

import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Asks for somebody who waits: what takes longer than their patience is a temporary failure. The
 * question itself goes on for its time, and nobody hears the answer.
 */
public record HurriedRecordLookup(RecordLookup lookup, Duration patience) implements RecordLookup {
  static final String LATE = "DNS did not answer in time";

  @Override
  public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
    return within(patience, lookup.txt(name), late());
  }

  @Override
  public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
    return within(patience, lookup.mx(domain), late());
  }

  @Override
  public CompletionStage<HostAddresses> addresses(DomainName host) {
    return within(patience, lookup.addresses(host), new HostAddresses(late(), late()));
  }

  private static <T> LookupOutcome<T> late() {
    return new LookupOutcome.TemporaryFailure<>(LATE);
  }

  static <T> CompletionStage<T> within(Duration patience, CompletionStage<T> stage, T otherwise) {
    return stage
        .toCompletableFuture()
        .copy()
        .completeOnTimeout(otherwise, patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}

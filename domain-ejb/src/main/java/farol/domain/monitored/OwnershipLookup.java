package farol.domain.monitored;

import farol.domain.lookup.RecordLookup;
import farol.domain.shared.DomainName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/** Asks DNS for what proves ownership of a domain, and for what would prove nothing. */
@Dependent
public class OwnershipLookup {
  @Inject RecordLookup lookup;

  /** Takes up to 20 seconds; completes as {@link RecordLookup} does. */
  public CompletionStage<OwnershipAnswer> ask(DomainName domain) {
    return lookup
        .txt(Ownership.recordName(domain))
        .thenCombine(lookup.txt(domain.child(randomLabel())), OwnershipAnswer::new);
  }

  /** No longer than the label of the record itself, so that it fits wherever that does. */
  private static String randomLabel() {
    return "farol-%08x".formatted(ThreadLocalRandom.current().nextInt());
  }
}

package farol.domain.lookup;

import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Asks for somebody who waits, as {@link HurriedRecordLookup} does. */
public record HurriedDaneLookup(DaneLookup lookup, Duration patience) implements DaneLookup {
  @Override
  public CompletionStage<SecureOutcome<MailExchanger>> mx(DomainName domain) {
    return HurriedRecordLookup.within(patience, lookup.mx(domain), late());
  }

  @Override
  public CompletionStage<SecureAddresses> addresses(DomainName host) {
    return HurriedRecordLookup.within(
        patience, lookup.addresses(host), new SecureAddresses(late(), late()));
  }

  @Override
  public CompletionStage<SecureOutcome<TlsaRecord>> tlsa(DomainName host) {
    return HurriedRecordLookup.within(patience, lookup.tlsa(host), late());
  }

  private static <T> SecureOutcome<T> late() {
    return new SecureOutcome.Failed<>(HurriedRecordLookup.LATE);
  }
}

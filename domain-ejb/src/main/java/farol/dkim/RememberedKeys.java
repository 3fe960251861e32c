package farol.dkim;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import farol.domain.lookup.HostAddresses;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.RecordLookup;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Remembers keys for some minutes, so that thousands of mails of one sender are one look-up. What
 * DNS failed to say is asked again after a minute.
 */
public final class RememberedKeys implements RecordLookup {
  private static final int MOST = 10_000;
  private static final Duration ANSWER = Duration.ofMinutes(10);
  private static final Duration FAILURE = Duration.ofMinutes(1);

  private final RecordLookup lookup;
  private final AsyncCache<OwnerName, LookupOutcome<String>> keys =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfter(
              Expiry.<OwnerName, LookupOutcome<String>>writing(
                  (name, outcome) ->
                      outcome.fold(found -> ANSWER, absent -> ANSWER, failed -> FAILURE)))
          .buildAsync();

  public RememberedKeys(RecordLookup lookup) {
    this.lookup = requireNonNull(lookup, "lookup");
  }

  @Override
  public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
    return keys.get(name, (key, executor) -> lookup.txt(key).toCompletableFuture());
  }

  @Override
  public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
    return lookup.mx(domain);
  }

  @Override
  public CompletionStage<HostAddresses> addresses(DomainName host) {
    return lookup.addresses(host);
  }
}

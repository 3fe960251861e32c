package farol.dkim;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.RecordLookup;
import farol.domain.shared.OwnerName;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * What is published at the names of keys, remembered for some minutes: thousands of mails of one
 * sender are one look-up. What DNS failed to say is asked again after a minute.
 */
public final class RememberedKeys {
  /** Reporters are few; who makes names up gets no more than a few megabytes. */
  static final int MOST = 1_000;

  static final Duration ANSWER = Duration.ofMinutes(10);
  static final Duration FAILURE = Duration.ofMinutes(1);

  private final RecordLookup lookup;
  private final AsyncCache<OwnerName, LookupOutcome<String>> keys;

  public RememberedKeys(RecordLookup lookup) {
    this(lookup, Ticker.systemTicker());
  }

  RememberedKeys(RecordLookup lookup, Ticker ticker) {
    this.lookup = requireNonNull(lookup, "lookup");
    this.keys =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumSize(MOST)
            .expireAfter(
                Expiry.<OwnerName, LookupOutcome<String>>writing(
                    (name, outcome) ->
                        outcome.fold(found -> ANSWER, absent -> ANSWER, failed -> FAILURE)))
            .buildAsync();
  }

  /** The TXT records at a name. */
  CompletionStage<LookupOutcome<String>> at(OwnerName name) {
    return keys.get(name, (key, executor) -> lookup.txt(key).toCompletableFuture());
  }
}

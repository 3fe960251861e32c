package farol.smtp;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import farol.domain.lookup.SmtpOutcome;
import farol.domain.lookup.SmtpProbe;
import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Probes a mail server once for all domains that ask for it within a minute: one provider's servers
 * may be the mail exchangers of hundreds.
 */
final class RememberingProbe implements SmtpProbe {
  private static final Duration MEMORY = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;

  private final SmtpProbe probe;
  private final AsyncCache<Target, SmtpOutcome> outcomes =
      Caffeine.newBuilder()
          .expireAfterWrite(MEMORY)
          .maximumSize(MOST_REMEMBERED)
          .executor(Runnable::run)
          .buildAsync();

  private record Target(DomainName host, IpAddress address) {}

  RememberingProbe(SmtpProbe probe) {
    this.probe = probe;
  }

  @Override
  public CompletionStage<SmtpOutcome> probe(DomainName host, IpAddress address) {
    return outcomes
        .get(
            new Target(host, address),
            (target, executor) ->
                probe.probe(target.host(), target.address()).toCompletableFuture())
        .copy();
  }
}

package farol.dns;

import farol.domain.lookup.HostAddresses;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.RecordLookup;
import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import farol.network.Continuations;
import farol.network.Deadline;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Looks records up through recursive resolvers: by UDP with EDNS, by TCP when an answer is
 * truncated; each look-up 20 s at most, over all servers and aliases. Caches nothing (the resolvers
 * do, for as long as the domain says). Completes its stages on {@link Continuations}, so what
 * follows must not block there.
 */
public final class DnsjavaLookup implements RecordLookup {
  static final Duration PATIENCE = Duration.ofSeconds(4);
  static final Duration LIMIT = Duration.ofSeconds(20);

  private final ServerList servers;
  private final Duration limit;

  /**
   * Asks {@code servers} in the given order.
   *
   * @param servers empty for the system's resolvers, as they are configured now
   */
  public DnsjavaLookup(List<InetSocketAddress> servers) {
    this(servers, PATIENCE, LIMIT);
  }

  /**
   * As {@link #DnsjavaLookup(List)}, with other limits.
   *
   * @param patience how long to wait for one answer of one server
   * @param limit how long one look-up may take
   */
  public DnsjavaLookup(List<InetSocketAddress> servers, Duration patience, Duration limit) {
    this(ServerList.of(servers, patience), limit);
  }

  DnsjavaLookup(ServerList servers, Duration limit) {
    this.servers = servers;
    this.limit = limit;
  }

  @Override
  public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
    return lookup(name, Type.TXT, Values::texts);
  }

  @Override
  public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
    return lookup(domain.owner(), Type.MX, Values::exchangers);
  }

  @Override
  public CompletionStage<HostAddresses> addresses(DomainName host) {
    return lookup(host.owner(), Type.A, Values::ipv4)
        .thenCombine(lookup(host.owner(), Type.AAAA, Values::ipv6), HostAddresses::new);
  }

  private <T> CompletionStage<LookupOutcome<T>> lookup(
      OwnerName name, int type, Function<List<Record>, List<T>> values) {
    return new AliasChain(new Unvalidated(servers).within(Deadline.in(limit)), type)
        .follow(Values.absolute(name))
        .handleAsync(
            (end, failure) ->
                end != null
                    ? end.outcome(values)
                    : new LookupOutcome.TemporaryFailure<>(NoAnswerException.of(failure).detail()),
            Continuations.THREADS);
  }
}

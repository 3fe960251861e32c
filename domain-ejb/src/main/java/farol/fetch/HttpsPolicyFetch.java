package farol.fetch;

import static java.lang.System.Logger.Level.WARNING;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.PolicyAnswer;
import farol.domain.lookup.PolicyAnswers;
import farol.domain.lookup.PolicyFailure;
import farol.domain.lookup.PolicyFetch;
import farol.domain.lookup.RecordLookup;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.network.Deadline;
import farol.network.IpAddress;
import farol.probe.CertificateCheck;
import farol.probe.Dialer;
import farol.probe.Turns;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Fetches policies over connections of its own: Java's HTTP client can't be told which address to
 * connect to, and would look the host up again. Each try, one for each family, holds a thread of
 * the executor while it runs. Domains whose policies are at the same address take turns, however
 * many of them one provider serves.
 */
public final class HttpsPolicyFetch implements PolicyFetch {
  /** How long a fetch may take, its look-up included (RFC 8461, section 3.3). */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private static final System.Logger LOGGER = System.getLogger(HttpsPolicyFetch.class.getName());
  private static final int MOST_ADDRESSES = 4;

  private final RecordLookup lookup;
  private final PolicyExchange exchange;
  private final Executor executor;
  private final Duration limit;
  private final Turns<IpAddress> turns = new Turns<>();

  /**
   * Fetches by these means.
   *
   * @param dialer for port 443
   * @param executor whose threads wait for servers
   * @param limit how long a fetch may take; time spent waiting for its turn or for a thread is not
   *     counted
   */
  public HttpsPolicyFetch(
      RecordLookup lookup,
      Dialer dialer,
      CertificateCheck check,
      Executor executor,
      Duration limit) {
    this.lookup = lookup;
    this.exchange = new PolicyExchange(dialer, check);
    this.executor = executor;
    this.limit = limit;
  }

  @Override
  public CompletionStage<PolicyAnswers> fetch(DomainName domain) {
    DomainName host;
    try {
      host = DomainName.ofAscii("mta-sts." + domain);
    } catch (InvalidDomainNameException tooLong) {
      PolicyAnswer none =
          PolicyExchange.failed(PolicyFailure.NO_ADDRESS, String.valueOf(tooLong.getMessage()));
      return CompletableFuture.completedFuture(new PolicyAnswers(none, none));
    }
    Deadline deadline = Deadline.in(limit);
    return lookup
        .addresses(host)
        .thenCompose(
            addresses -> {
              Duration left = deadline.left(limit);
              return answer(host, addresses.ipv4(), IpAddress::isIpv4, left)
                  .thenCombine(
                      answer(host, addresses.ipv6(), address -> !address.isIpv4(), left),
                      PolicyAnswers::new);
            })
        .exceptionally(
            failure -> {
              PolicyAnswer mistake = mistake(host, failure);
              return new PolicyAnswers(mistake, mistake);
            });
  }

  private CompletionStage<PolicyAnswer> answer(
      DomainName host,
      LookupOutcome<IpAddress> outcome,
      Predicate<IpAddress> ofFamily,
      Duration left) {
    return outcome.fold(
        found -> answer(host, found.stream().filter(ofFamily).limit(MOST_ADDRESSES).toList(), left),
        absent -> none(PolicyFailure.NO_ADDRESS, host + " has no address of this family"),
        failed -> none(PolicyFailure.LOOKUP_FAILED, failed));
  }

  private CompletionStage<PolicyAnswer> answer(
      DomainName host, List<IpAddress> addresses, Duration left) {
    if (addresses.isEmpty()) {
      return none(PolicyFailure.FORBIDDEN_ADDRESS, "AAAA records that only map IPv4 addresses");
    }
    return turns
        .take(
            addresses.get(0),
            () ->
                CompletableFuture.completedFuture(addresses)
                    .thenApplyAsync(
                        any -> exchange.withFirst(host, any, Deadline.in(left)), executor),
            PolicyExchange.failed(PolicyFailure.INTERNAL_ERROR, "Farol did not get to fetching it"))
        .exceptionally(failure -> mistake(host, failure));
  }

  private static PolicyAnswer mistake(DomainName host, Throwable failure) {
    LOGGER.log(WARNING, () -> "policy fetch failed host=" + host, failure);
    return PolicyExchange.failed(
        PolicyFailure.INTERNAL_ERROR, "Farol could not fetch; its log says why");
  }

  private static CompletionStage<PolicyAnswer> none(PolicyFailure failure, String detail) {
    return CompletableFuture.completedFuture(PolicyExchange.failed(failure, detail));
  }
}

package farol.ingest.limit;

import farol.domain.monitored.TokenHash;
import farol.network.IpAddress;
import farol.network.IpNetwork;
import farol.network.RateMeter;
import farol.settings.Setting;
import farol.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often senders may post. What one network sends for a domain is counted apart from what others
 * send for it, so that a flood from one does not keep out the rest; and each domain apart from the
 * others, whoever sends.
 */
public final class IngestRates {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final RateMeter<IpNetwork> addresses;
  private final List<RateMeter<FromNetwork>> networks;
  private final List<RateMeter<TokenHash>> tokens;

  private record FromNetwork(TokenHash token, IpNetwork network) {}

  /**
   * Starts with whole budgets.
   *
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  public IngestRates(Settings settings, LongSupplier nanoTime) {
    addresses =
        new RateMeter<>(settings.number(Setting.LIMIT_RATE_ADDRESS_MINUTE), MINUTE, nanoTime);
    networks =
        List.of(
            new RateMeter<>(settings.number(Setting.LIMIT_RATE_NETWORK_MINUTE), MINUTE, nanoTime),
            new RateMeter<>(settings.number(Setting.LIMIT_RATE_NETWORK_DAY), DAY, nanoTime));
    tokens =
        List.of(
            new RateMeter<>(settings.number(Setting.LIMIT_RATE_TOKEN_MINUTE), MINUTE, nanoTime),
            new RateMeter<>(settings.number(Setting.LIMIT_RATE_TOKEN_DAY), DAY, nanoTime));
  }

  /** Counts a request, whatever it asks for; when it is one too many, how long to wait. */
  public Optional<Duration> request(IpAddress sender) {
    return addresses.take(sender.network(32, 64));
  }

  /** Counts a report for a token; when it is one too many, how long to wait. */
  public Optional<Duration> report(IpAddress sender, TokenHash token) {
    FromNetwork from = new FromNetwork(token, sender.network(24, 48));
    return take(networks, from).or(() -> take(tokens, token));
  }

  private static <K> Optional<Duration> take(List<RateMeter<K>> meters, K kind) {
    return meters.stream().flatMap(meter -> meter.take(kind).stream()).findFirst();
  }
}

package farol.domain.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import farol.network.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * DNS in memory, for tests of whatever looks things up. Answers at once, on the caller's thread.
 */
public final class FakeLookup implements RecordLookup {
  private final Map<OwnerName, List<byte[]>> txt = new ConcurrentHashMap<>();
  private final Map<OwnerName, List<MailExchanger>> mx = new ConcurrentHashMap<>();
  private final Map<OwnerName, List<IpAddress>> ipv4 = new ConcurrentHashMap<>();
  private final Map<OwnerName, List<IpAddress>> ipv6 = new ConcurrentHashMap<>();
  private final Map<OwnerName, String> failures = new ConcurrentHashMap<>();
  private final Map<OwnerName, Integer> queries = new ConcurrentHashMap<>();

  /** Publishes exactly these TXT records at a name. */
  public void putTxt(String name, String... values) {
    putTxt(name, Stream.of(values).map(value -> value.getBytes(UTF_8)).toArray(byte[][]::new));
  }

  /** As {@link #putTxt(String, String...)}, for records that are not text. */
  public void putTxt(String name, byte[]... values) {
    txt.put(new OwnerName(name), List.of(values));
  }

  /** Publishes exactly these mail exchangers for a domain. */
  public void putMx(String domain, MailExchanger... exchangers) {
    mx.put(new OwnerName(domain), List.of(exchangers));
  }

  /** Publishes exactly these addresses of a host; those with a colon by AAAA records. */
  public void putAddresses(String host, String... addresses) {
    ipv4.put(new OwnerName(host), addresses(addresses, address -> !address.contains(":")));
    ipv6.put(new OwnerName(host), addresses(addresses, address -> address.contains(":")));
  }

  private static List<IpAddress> addresses(String[] addresses, Predicate<String> ofFamily) {
    return Stream.of(addresses)
        .filter(ofFamily)
        .map(address -> IpAddress.parse(address).orElseThrow())
        .toList();
  }

  /** Makes every look-up of a name fail. */
  public void fail(String name, String detail) {
    failures.put(new OwnerName(name), detail);
  }

  /** Makes look-ups of a name succeed again. */
  public void heal(String name) {
    failures.remove(new OwnerName(name));
  }

  /** Makes a name as if it had never been mentioned. */
  public void remove(String name) {
    OwnerName owner = new OwnerName(name);
    txt.remove(owner);
    mx.remove(owner);
    ipv4.remove(owner);
    ipv6.remove(owner);
    failures.remove(owner);
  }

  /** How often a name was looked up, whatever the type. */
  public int queries(String name) {
    return queries.getOrDefault(new OwnerName(name), 0);
  }

  @Override
  public CompletionStage<LookupOutcome<String>> txt(OwnerName name) {
    return answer(name, txt, TxtValues::of);
  }

  @Override
  public CompletionStage<LookupOutcome<MailExchanger>> mx(DomainName domain) {
    return answer(domain.owner(), mx, found -> found.stream().sorted().toList());
  }

  @Override
  public CompletionStage<HostAddresses> addresses(DomainName host) {
    return answer(host.owner(), ipv4, found -> found.stream().sorted().toList())
        .thenCombine(
            answer(host.owner(), ipv6, found -> found.stream().sorted().toList()),
            HostAddresses::new);
  }

  private <S, T> CompletionStage<LookupOutcome<T>> answer(
      OwnerName name, Map<OwnerName, List<S>> records, Function<List<S>, List<T>> values) {
    queries.merge(name, 1, Integer::sum);
    return CompletableFuture.completedFuture(outcome(name, records, values));
  }

  private <S, T> LookupOutcome<T> outcome(
      OwnerName name, Map<OwnerName, List<S>> records, Function<List<S>, List<T>> values) {
    String failure = failures.get(name);
    if (failure != null) {
      return new LookupOutcome.TemporaryFailure<>(failure);
    }
    List<S> found = records.getOrDefault(name, List.of());
    if (!found.isEmpty()) {
      return new LookupOutcome.Found<>(values.apply(found));
    }
    return new LookupOutcome.Absent<>(
        exists(name) ? LookupOutcome.Reason.NO_SUCH_RECORD : LookupOutcome.Reason.NO_SUCH_NAME);
  }

  /** A name exists if it, or a name below it, has records of any type. */
  private boolean exists(OwnerName name) {
    return Stream.of(txt, mx, ipv4, ipv6)
        .flatMap(records -> records.keySet().stream())
        .anyMatch(known -> known.equals(name) || known.value().endsWith("." + name.value()));
  }
}

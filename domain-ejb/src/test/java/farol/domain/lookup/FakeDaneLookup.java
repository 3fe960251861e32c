package farol.domain.lookup;

import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.domain.shared.OwnerName;
import farol.network.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * DNS with proof in memory, for tests of whatever judges DANE. All is signed but what has been left
 * unsigned or spoiled. Answers at once, on the caller's thread.
 */
public final class FakeDaneLookup implements DaneLookup {
  private enum Kind {
    MX,
    IPV4,
    IPV6,
    TLSA
  }

  private record Key(OwnerName name, Kind kind) {}

  private final Map<Key, List<?>> records = new ConcurrentHashMap<>();
  private final Map<OwnerName, OwnerName> aliases = new ConcurrentHashMap<>();
  private final Map<OwnerName, String> bogus = new ConcurrentHashMap<>();
  private final Map<OwnerName, String> failures = new ConcurrentHashMap<>();
  private final Set<String> unsigned = ConcurrentHashMap.newKeySet();

  /** Publishes exactly these mail exchangers for a domain. */
  public void putMx(String domain, MailExchanger... exchangers) {
    put(domain, Kind.MX, exchangers);
  }

  /** Publishes exactly these addresses of a host; those with a colon by AAAA records. */
  public void putAddresses(String host, String... addresses) {
    put(host, Kind.IPV4, addresses(addresses, false));
    put(host, Kind.IPV6, addresses(addresses, true));
  }

  private static IpAddress[] addresses(String[] addresses, boolean ipv6) {
    return Stream.of(addresses)
        .filter(address -> address.contains(":") == ipv6)
        .map(address -> IpAddress.parse(address).orElseThrow())
        .toArray(IpAddress[]::new);
  }

  /** Publishes exactly these TLSA records for port 25 of a host. */
  public void putTlsa(String host, TlsaRecord... tlsa) {
    put("_25._tcp." + host, Kind.TLSA, tlsa);
  }

  private void put(String name, Kind kind, Object[] values) {
    records.put(new Key(new OwnerName(name), kind), List.of(values));
  }

  /** Makes a name an alias of another. */
  public void putAlias(String name, String target) {
    aliases.put(new OwnerName(name), new OwnerName(target));
  }

  /** Makes a domain and all below it one whose owner does not sign. */
  public void leaveUnsigned(String domain) {
    unsigned.add(domain);
  }

  /** Makes the signatures of a name's records wrong. */
  public void spoil(String name, String reason) {
    bogus.put(new OwnerName(name), reason);
  }

  /** Makes every look-up of a name fail. */
  public void fail(String name, String detail) {
    failures.put(new OwnerName(name), detail);
  }

  /** Makes look-ups of a name succeed again. */
  public void heal(String name) {
    failures.remove(new OwnerName(name));
  }

  @Override
  public CompletionStage<SecureOutcome<MailExchanger>> mx(DomainName domain) {
    return answer(domain.owner(), Kind.MX, MailExchanger.class);
  }

  @Override
  public CompletionStage<SecureAddresses> addresses(DomainName host) {
    return answer(host.owner(), Kind.IPV4, IpAddress.class)
        .thenCombine(answer(host.owner(), Kind.IPV6, IpAddress.class), SecureAddresses::new);
  }

  @Override
  public CompletionStage<SecureOutcome<TlsaRecord>> tlsa(DomainName host) {
    try {
      return answer(host.child("_25._tcp"), Kind.TLSA, TlsaRecord.class);
    } catch (InvalidDomainNameException tooLong) {
      return CompletableFuture.completedFuture(
          new SecureOutcome.Failed<>(String.valueOf(tooLong.getMessage())));
    }
  }

  private <T extends Comparable<? super T>> CompletionStage<SecureOutcome<T>> answer(
      OwnerName name, Kind kind, Class<T> type) {
    OwnerName end = aliases.getOrDefault(name, name);
    return CompletableFuture.completedFuture(
        Stream.of(name, end)
            .<SecureOutcome<T>>mapMulti(
                (step, found) -> {
                  if (failures.containsKey(step)) {
                    found.accept(new SecureOutcome.Failed<>(failures.get(step)));
                  } else if (bogus.containsKey(step)) {
                    found.accept(new SecureOutcome.Bogus<>(bogus.get(step)));
                  }
                })
            .findFirst()
            .orElseGet(
                () ->
                    new SecureOutcome.Answered<>(
                        records(end, kind, type), proof(name, end), end.value())));
  }

  private <T extends Comparable<? super T>> LookupOutcome<T> records(
      OwnerName name, Kind kind, Class<T> type) {
    List<T> found =
        records.getOrDefault(new Key(name, kind), List.of()).stream()
            .map(type::cast)
            .sorted(Comparator.naturalOrder())
            .toList();
    if (!found.isEmpty()) {
      return new LookupOutcome.Found<>(found);
    }
    return new LookupOutcome.Absent<>(
        records.keySet().stream().anyMatch(key -> isWithin(key.name(), name.value()))
            ? LookupOutcome.Reason.NO_SUCH_RECORD
            : LookupOutcome.Reason.NO_SUCH_NAME);
  }

  private Proof proof(OwnerName name, OwnerName end) {
    return Stream.of(name, end)
            .anyMatch(step -> unsigned.stream().anyMatch(domain -> isWithin(step, domain)))
        ? Proof.INSECURE
        : Proof.SECURE;
  }

  private static boolean isWithin(OwnerName name, String domain) {
    return name.value().equals(domain) || name.value().endsWith("." + domain);
  }
}

package farol.dns;

import farol.domain.lookup.DaneLookup;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.SecureAddresses;
import farol.domain.lookup.SecureOutcome;
import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.domain.shared.OwnerName;
import farol.network.Continuations;
import farol.network.Deadline;
import farol.settings.Setting;
import farol.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Looks up what DANE stands on, as {@link DnsjavaLookup} does ordinary records; each look-up 20 s
 * at most, whatever has to be asked to prove its answer.
 */
public final class DnsjavaDaneLookup implements DaneLookup {
  private final Validation validation;
  private final Duration limit;

  DnsjavaDaneLookup(Validation validation, Duration limit) {
    this.validation = validation;
    this.limit = limit;
  }

  /**
   * Asks these resolvers, with the proof that the settings ask for.
   *
   * @param clock by which signatures are valid or not
   * @throws IllegalArgumentException if the file with trust anchors holds none
   */
  static DaneLookup of(Settings settings, ServerList servers, Clock clock) {
    return new DnsjavaDaneLookup(validation(settings, servers, clock), DnsjavaLookup.LIMIT);
  }

  private static Validation validation(Settings settings, ServerList servers, Clock clock) {
    return switch (settings.text(Setting.DNSSEC)) {
      case "validate" -> new OwnValidation(servers, anchors(settings), clock);
      case "trust-ad" -> new TrustedResolver(servers);
      case "off" -> new Unvalidated(servers);
      default -> throw new IllegalStateException("a value that its rule forbids");
    };
  }

  private static TrustAnchors anchors(Settings settings) {
    return settings
        .find(Setting.DNSSEC_ANCHOR)
        .map(file -> TrustAnchors.in(Path.of(file)))
        .orElseGet(TrustAnchors::root);
  }

  @Override
  public CompletionStage<SecureOutcome<MailExchanger>> mx(DomainName domain) {
    return lookup(domain.owner(), Type.MX, Values::exchangers);
  }

  @Override
  public CompletionStage<SecureAddresses> addresses(DomainName host) {
    return lookup(host.owner(), Type.A, Values::ipv4)
        .thenCombine(lookup(host.owner(), Type.AAAA, Values::ipv6), SecureAddresses::new);
  }

  @Override
  public CompletionStage<SecureOutcome<TlsaRecord>> tlsa(DomainName host) {
    try {
      return lookup(host.child("_25._tcp"), Type.TLSA, Values::tlsa);
    } catch (InvalidDomainNameException tooLong) {
      return CompletableFuture.completedFuture(
          new SecureOutcome.Failed<>(String.valueOf(tooLong.getMessage())));
    }
  }

  private <T> CompletionStage<SecureOutcome<T>> lookup(
      OwnerName name, int type, Function<List<Record>, List<T>> values) {
    return new AliasChain(validation.within(Deadline.in(limit)), type)
        .follow(Values.absolute(name))
        .handleAsync(
            (end, failure) ->
                end != null
                    ? new SecureOutcome.Answered<>(
                        end.outcome(values), end.proof(), Values.text(end.name()))
                    : failed(failure),
            Continuations.THREADS);
  }

  private static <T> SecureOutcome<T> failed(@Nullable Throwable failure) {
    NoAnswerException reason = NoAnswerException.of(failure);
    return reason instanceof BogusException
        ? new SecureOutcome.Bogus<>(reason.detail())
        : new SecureOutcome.Failed<>(reason.detail());
  }
}

package farol.domain.survey;

import farol.domain.lookup.DaneLookup;
import farol.domain.lookup.HostAddresses;
import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.lookup.RecordLookup;
import farol.domain.lookup.SecureAddresses;
import farol.domain.lookup.SecureOutcome;
import farol.domain.lookup.SmtpOutcome;
import farol.domain.lookup.SmtpProbe;
import farol.domain.published.TlsaRecord;
import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Looks at a domain's mail exchangers: their records, the proof of these, and the servers. A proof
 * that is not to be had is no reason to look again soon: some resolvers never give any.
 */
final class MailSurvey {
  private static final int MOST_HOSTS = 10;
  private static final int MOST_ADDRESSES = 4;
  private static final String BOGUS = "BOGUS";

  private static final List<Observed> OF_SERVERS =
      List.of(Observed.MAIL_SERVER, Observed.MAIL_CERTIFICATE);

  private final RecordLookup records;
  private final DaneLookup dane;
  private final SmtpProbe servers;
  private final Duration patience;

  /**
   * @param patience how long servers may take, their queues included
   */
  MailSurvey(RecordLookup records, DaneLookup dane, SmtpProbe servers, Duration patience) {
    this.records = records;
    this.dane = dane;
    this.servers = servers;
    this.patience = patience;
  }

  /** The MX records alone. */
  CompletionStage<Part> records(DomainName domain) {
    return records
        .mx(domain)
        .thenApply(mx -> Part.of(Aspect.of(Observed.MX), mx).and(MailSurvey::leaveHostsOpen));
  }

  CompletionStage<Part> look(DomainName domain, Depth depth) {
    return Part.all(
        List.of(
            dane.mx(domain).thenApply(mx -> proof(domain.value(), List.of(mx))),
            records
                .mx(domain)
                .thenCompose(
                    mx ->
                        hosts(mx, depth)
                            .thenApply(hosts -> Part.of(Aspect.of(Observed.MX), mx).and(hosts)))));
  }

  private CompletionStage<Part> hosts(LookupOutcome<MailExchanger> mx, Depth depth) {
    List<DomainName> hosts =
        mx.fold(
            found -> found.stream().flatMap(one -> one.host().stream()).distinct().toList(),
            absent -> List.of(),
            failed -> List.of());
    List<CompletionStage<Part>> parts = new ArrayList<>();
    if (isUnanswered(mx)) {
      parts.add(Part.completed(MailSurvey::leaveHostsOpen));
    }
    hosts.stream().limit(MOST_HOSTS).forEach(host -> parts.add(host(host, depth)));
    return Part.all(parts);
  }

  private static void leaveHostsOpen(Look.Builder look) {
    Stream.of(Observed.DNSSEC, Observed.TLSA, Observed.MAIL_SERVER, Observed.MAIL_CERTIFICATE)
        .forEach(kind -> look.leaveOpen(Aspect.of(kind)));
  }

  private CompletionStage<Part> host(DomainName host, Depth depth) {
    List<CompletionStage<Part>> parts = new ArrayList<>();
    parts.add(dane.addresses(host).thenApply(addresses -> proof(host, addresses)));
    parts.add(dane.tlsa(host).thenApply(tlsa -> tlsa(host, tlsa)));
    if (depth == Depth.MAIL_SERVERS) {
      parts.add(records.addresses(host).thenCompose(addresses -> servers(host, addresses)));
    } else {
      parts.add(
          Part.completed(
              look -> OF_SERVERS.forEach(kind -> look.leaveOpen(Aspect.allOf(kind, host)))));
    }
    return Part.all(parts);
  }

  private static Part proof(DomainName host, SecureAddresses addresses) {
    return proof(host.value(), List.of(addresses.ipv4(), addresses.ipv6()));
  }

  /** The weakest proof of all of them. */
  private static Part proof(String name, Collection<? extends SecureOutcome<?>> outcomes) {
    Aspect aspect = new Aspect(Observed.DNSSEC, name);
    List<Optional<String>> proofs = outcomes.stream().map(MailSurvey::proof).toList();
    return look ->
        Stream.of(BOGUS, "INSECURE", "UNCHECKED", "SECURE")
            .filter(proof -> proofs.contains(Optional.of(proof)))
            .findFirst()
            .filter(proof -> proof.equals(BOGUS) || !proofs.contains(Optional.<String>empty()))
            .ifPresentOrElse(proof -> look.see(aspect, proof), () -> look.leaveOpen(aspect));
  }

  private static Optional<String> proof(SecureOutcome<?> outcome) {
    return outcome.fold(
        (answer, proof) -> Optional.of(proof.name()),
        bogus -> Optional.of(BOGUS),
        failed -> Optional.empty());
  }

  private static Part tlsa(DomainName host, SecureOutcome<TlsaRecord> outcome) {
    Aspect aspect = new Aspect(Observed.TLSA, host.value());
    Part records =
        outcome.fold(
            (answer, proof) -> look -> look.seeLines(aspect, lines(answer)),
            bogus -> look -> look.leaveOpen(aspect),
            failed -> look -> look.leaveOpen(aspect));
    // A text, since the name of a host may be too long to have an owner of records below it.
    return records.and(proof("_25._tcp." + host, List.of(outcome)));
  }

  private static List<String> lines(LookupOutcome<TlsaRecord> answer) {
    return answer.fold(
        found -> found.stream().map(TlsaRecord::text).toList(),
        absent -> List.of(),
        failed -> List.of());
  }

  private CompletionStage<Part> servers(DomainName host, HostAddresses addresses) {
    List<IpAddress> found = some(known(addresses.ipv4()), known(addresses.ipv6()));
    List<CompletionStage<Part>> parts = new ArrayList<>();
    if (isUnanswered(addresses.ipv4()) || isUnanswered(addresses.ipv6())) {
      parts.add(
          Part.completed(
              look -> OF_SERVERS.forEach(kind -> look.missAnswer(Aspect.allOf(kind, host)))));
    } else if (found.isEmpty()) {
      Aspect aspect = new Aspect(Observed.MAIL_SERVER, host.value());
      parts.add(Part.completed(look -> look.see(aspect, "NO_ADDRESS")));
    }
    found.forEach(address -> parts.add(server(host, address)));
    return Part.all(parts);
  }

  private CompletionStage<Part> server(DomainName host, IpAddress address) {
    return Part.within(
        patience,
        servers.probe(host, address).thenApply(outcome -> server(host, address, outcome)),
        look -> OF_SERVERS.forEach(kind -> look.missAnswer(Aspect.of(kind, host, address))));
  }

  /** No family leaves the other out. */
  private static List<IpAddress> some(List<IpAddress> ipv4, List<IpAddress> ipv6) {
    int rest = Math.min(ipv6.size(), MOST_ADDRESSES / 2);
    return Stream.concat(ipv4.stream().limit(MOST_ADDRESSES - rest), ipv6.stream())
        .limit(MOST_ADDRESSES)
        .toList();
  }

  private static List<IpAddress> known(LookupOutcome<IpAddress> outcome) {
    return outcome.fold(found -> found, absent -> List.of(), failed -> List.of());
  }

  private static boolean isUnanswered(LookupOutcome<?> outcome) {
    return outcome.fold(found -> false, absent -> false, failed -> true);
  }

  private static Part server(DomainName host, IpAddress address, SmtpOutcome outcome) {
    Aspect server = Aspect.of(Observed.MAIL_SERVER, host, address);
    Aspect certificate = Aspect.of(Observed.MAIL_CERTIFICATE, host, address);
    return look -> {
      outcome.fold(
          secured -> look.seeLines(server, text(secured)),
          failed ->
              switch (failed.failure()) {
                case NO_ROUTE -> look.leaveOpen(server);
                case INTERNAL_ERROR -> look.missAnswer(server);
                default -> look.see(server, failed.failure().name());
              });
      if (outcome.conversation().chain().isEmpty()) {
        look.leaveOpen(certificate);
      } else {
        look.seeChain(certificate, outcome.conversation().chain());
      }
    };
  }

  private static List<String> text(SmtpOutcome.Secured secured) {
    String protocol = secured.tls().protocol();
    return secured.conversation().injected() ? List.of(protocol, "INJECTED") : List.of(protocol);
  }
}

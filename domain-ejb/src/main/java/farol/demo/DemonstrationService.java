package farol.demo;

import farol.domain.account.Account;
import farol.domain.account.AccountService;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.ReportAddresses;
import farol.domain.monitored.TokenSeal;
import farol.domain.posture.PostureService;
import farol.fetch.OwnListeners;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes room for the demonstration, in an installation that has no domains of its own. */
@Stateless
public class DemonstrationService {
  /** Whose account gets the domains. */
  private static final String USER = "admin";

  @Inject AccountService accounts;
  @Inject MonitoredDomainService domains;
  @Inject PostureService posture;
  @Inject ReportAddresses addresses;
  @Inject TokenSeal seal;
  @Inject Settings settings;

  /** Why this installation may not be filled, for its operator; empty when it may. */
  public Optional<String> objection() {
    if (!settings.flag(Setting.DEMO)) {
      return Optional.of(Setting.DEMO.variable() + " is false");
    }
    if (domains.hasRealDomains()) {
      return Optional.of("there are domains already that do not belong to it");
    }
    int limit = settings.count(Setting.DOMAIN_LIMIT);
    int needed = DemoDomain.values().length;
    if (limit < needed) {
      return Optional.of(
          "it needs %d domains, %s is %d"
              .formatted(needed, Setting.DOMAIN_LIMIT.variable(), limit));
    }
    return Optional.empty();
  }

  /**
   * The demonstration; its domains are added if there are none. Calling it again gives the same.
   *
   * @throws DemoRefusedException if there is an {@link #objection}
   */
  public Demonstration prepare() {
    objection()
        .ifPresent(
            objection -> {
              throw new DemoRefusedException(objection);
            });
    List<MonitoredDomain> present = domains.demonstration();
    return demonstration(present.isEmpty() ? addAll() : present);
  }

  private List<MonitoredDomain> addAll() {
    Account account = accounts.accountOf(USER);
    return Arrays.stream(DemoDomain.values()).map(domain -> add(account, domain)).toList();
  }

  /** With what look-ups would have found, for there are none of a domain that does not exist. */
  private MonitoredDomain add(Account account, DemoDomain domain) {
    MonitoredDomain added = domains.addDemonstration(account.id(), domain.domainName());
    domains.mxSeen(added.id(), domain.hosts().stream().map(DemoHost::record).sorted().toList());
    String tlsRpt = addresses.tlsRpt(added).value();
    DemoPosture shown = new DemoPosture(domain, lastDay(List.of(added)), tlsRpt);
    shown.past().forEach(past -> posture.looked(Map.of(added.id(), past.look()), past.at()));
    posture.looked(Map.of(added.id(), shown.latest()));
    return added;
  }

  private Demonstration demonstration(List<MonitoredDomain> present) {
    URI listener =
        URI.create(
            "https://"
                + OwnListeners.host(settings.text(Setting.BIND))
                + ":"
                + settings.count(Setting.PUBLIC_PORT));
    Map<String, MonitoredDomain> byName =
        present.stream()
            .collect(Collectors.toMap(domain -> domain.name().value(), domain -> domain));
    Map<DemoDomain, URI> collectors = new EnumMap<>(DemoDomain.class);
    for (DemoDomain domain : DemoDomain.values()) {
      MonitoredDomain found = byName.get(domain.domainName().value());
      if (found != null) {
        collectors.put(domain, found.collectorUrl(listener, seal));
      }
    }
    return new Demonstration(lastDay(present), collectors);
  }

  private static LocalDate lastDay(List<MonitoredDomain> present) {
    Instant first =
        present.stream().map(MonitoredDomain::createdAt).min(Instant::compareTo).orElseThrow();
    return LocalDate.ofInstant(first, ZoneOffset.UTC).minusDays(1);
  }
}

package farol.web.domains;

import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.monitored.ReportAddresses;
import farol.domain.posture.Known;
import farol.domain.posture.PostureReader;
import farol.domain.posture.PostureService;
import farol.web.kit.Messages;
import farol.web.kit.Outcome;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What looks at a domain have found, and the next look. */
@Dependent
class DomainLooks {
  @Inject OwnDomain own;
  @Inject MonitoredDomainService domains;
  @Inject PostureService postures;
  @Inject PostureReader reader;
  @Inject ReportAddresses addresses;
  @Inject SignedIn signedIn;
  @Inject Texts texts;
  @Inject Clock clock;

  /** Of the domain that an address names; empty where the name is none, or not this account's. */
  Optional<ShownPosture> find(@Nullable String name) {
    return own.find(name).map(this::show);
  }

  private ShownPosture show(MonitoredDomain domain) {
    Known known = postures.known(domain.id());
    return new ShownPosture(
        domain,
        known,
        reader.read(known, domain.name(), addresses.of(domain)),
        postures.lastLook(domain.id()).orElse(null));
  }

  /** When the last look was, and whether there is another one under way. */
  LookState state(ShownPosture shown) {
    return LookState.of(shown, clock.instant());
  }

  /** Asks for a look, which the recheck job takes within a minute or so. */
  @Nullable String ask(@Nullable String name) {
    Optional<MonitoredDomain> asked =
        own.find(name).flatMap(domain -> domains.lookNow(signedIn.accountId(), domain.name()));
    if (asked.isEmpty()) {
      Outcome.notFound();
      return null;
    }
    Messages.done(texts.format("look.asked", asked.get().name()));
    return Outcome.samePage();
  }
}

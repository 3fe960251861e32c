package farol.web.domains;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostingService;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.posture.Known;
import farol.domain.posture.PostureReader;
import farol.domain.posture.PostureService;
import farol.fetch.ListenerCertificate;
import farol.settings.Setting;
import farol.settings.Settings;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Puts the page of a domain's hosted policy together. */
@Dependent
class HostingPages {
  @Inject HostingService hosting;
  @Inject PostureService postures;
  @Inject PostureReader reader;
  @Inject ListenerCertificate certificate;
  @Inject SignedIn signedIn;
  @Inject Settings settings;
  @Inject Texts texts;
  @Inject Clock clock;

  /**
   * The page of a domain.
   *
   * @param draft a change to be shown before it is made, if any
   */
  HostingPage of(MonitoredDomain domain, PolicyDraft draft) {
    Instant now = clock.instant();
    Known known = postures.known(domain.id());
    HostedPolicies policies = known.hosting().policies();
    HostedSighting seen = sighting(domain, known);
    boolean isChangeable = domain.isVerified() && !domain.isDemo();
    return new HostingPage(
        DomainHead.of(domain, texts),
        isChangeable,
        policies.current().isEmpty()
            ? null
            : ServedPolicy.of(
                domain.name(), policies, settings.uri(Setting.PUBLIC_URL), now, texts),
        seen,
        HostingGuide.of(policies, seen.good(), now, texts),
        PolicyForm.of(draft, policies, domain.mailHosts(), texts),
        isChangeable && draft.isGiven()
            ? PolicyPreview.of(draft, domain, policies, hosting, now, texts)
            : null,
        certificate.uncovered(hosting.names(signedIn.accountId())));
  }

  private HostedSighting sighting(MonitoredDomain domain, Known known) {
    return HostedSighting.of(
        reader.read(known, domain.name(), List.of()).mtaSts().findings(),
        postures.lastLook(domain.id()),
        texts);
  }
}

package farol.fetch;

import farol.domain.lookup.PolicyFetch;
import farol.domain.lookup.RecordLookup;
import farol.domain.published.TrustAnchors;
import farol.network.ProbeTargets;
import farol.probe.CertificateCheck;
import farol.probe.Connector;
import farol.probe.Dialer;
import farol.probe.ProbeThreads;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands the application the fetch of policies, within what the settings allow. */
@Dependent
class PolicyFetchProducer {
  private static final int PORT = 443;

  @Produces
  @Singleton
  PolicyFetch policyFetch(
      Settings settings,
      RecordLookup lookup,
      TrustAnchors anchors,
      Clock clock,
      ProbeThreads threads) {
    return new HttpsPolicyFetch(
        lookup,
        new Dialer(new ProbeTargets(settings.networks(Setting.PROBE_ALLOW)), Connector.TCP, PORT),
        CertificateCheck.trusting(anchors, clock),
        threads,
        HttpsPolicyFetch.LIMIT);
  }
}

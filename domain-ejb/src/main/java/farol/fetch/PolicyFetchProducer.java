package farol.fetch;

import farol.domain.lookup.PolicyFetch;
import farol.domain.lookup.RecordLookup;
import farol.network.ProbeTargets;
import farol.probe.CertificateCheck;
import farol.probe.Connector;
import farol.probe.Dialer;
import farol.probe.ProbeThreads;
import farol.probe.TrustedAuthorities;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Hands the application the fetch of policies, within what the settings allow. */
@Dependent
class PolicyFetchProducer {
  private static final int PORT = 443;

  @Produces
  @Singleton
  PolicyFetch policyFetch(Settings settings, RecordLookup lookup, ProbeThreads threads) {
    return new HttpsPolicyFetch(
        lookup,
        new Dialer(new ProbeTargets(settings.networks(Setting.PROBE_ALLOW)), Connector.TCP, PORT),
        check(settings),
        threads,
        HttpsPolicyFetch.LIMIT);
  }

  private static CertificateCheck check(Settings settings) {
    return settings
        .find(Setting.PROBE_CA)
        .map(file -> TrustedAuthorities.in(Path.of(file)))
        .orElseGet(TrustedAuthorities::ofJava);
  }
}

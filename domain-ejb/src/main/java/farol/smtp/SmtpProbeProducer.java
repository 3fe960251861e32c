package farol.smtp;

import farol.domain.lookup.SmtpProbe;
import farol.network.IpAddress;
import farol.network.ProbeTargets;
import farol.probe.Connector;
import farol.probe.Dialer;
import farol.probe.ProbeThreads;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;

/** Hands the application the probe of mail servers, within what the settings allow. */
@Dependent
class SmtpProbeProducer {
  private static final int PORT = 25;

  @Produces
  @Singleton
  SmtpProbe smtpProbe(Settings settings, ProbeThreads threads) {
    return new RememberingProbe(
        new SocketSmtpProbe(
            new Dialer(
                new ProbeTargets(settings.networks(Setting.PROBE_ALLOW)), Connector.TCP, PORT),
            ownName(settings.uri(Setting.PUBLIC_URL)),
            threads,
            SocketSmtpProbe.LIMIT));
  }

  /**
   * The host of a URL as EHLO has it, where addresses are literals.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.3">RFC 5321, section 4.1.3</a>
   */
  static String ownName(URI url) {
    String host = url.getHost().replaceAll("[\\[\\]]", "");
    return IpAddress.parse(host)
        .map(address -> address.isIpv4() ? "[" + address + "]" : "[IPv6:" + address + "]")
        .orElse(host);
  }
}

package farol.domain.monitored;

import farol.domain.published.TlsRptRecord;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where this installation takes the reports of a monitored domain. */
@Dependent
public class ReportAddresses {
  /** What stands in {@link Setting#MAIL_ADDRESS} for the token of the domain's collector. */
  private static final String TOKEN = "{token}";

  @Inject TokenSeal seal;
  @Inject Settings settings;

  /** Where reporters post. */
  public URI collector(MonitoredDomain domain) {
    return domain.collectorUrl(settings.uri(Setting.PUBLIC_URL), seal);
  }

  /** All that its record names: the collector, and the mailbox if there is one. */
  public List<URI> of(MonitoredDomain domain) {
    return record(domain).rua();
  }

  /** The record that asks the world for reports (RFC 8460, section 3). */
  public DnsRecord tlsRpt(MonitoredDomain domain) {
    return DnsRecord.txt(domain.name().child("_smtp._tls").value(), record(domain).text());
  }

  /** Where they may write as well; empty where Farol is to get no mail. */
  public Optional<URI> mailbox(MonitoredDomain domain) {
    return of(domain).stream().skip(1).findFirst();
  }

  /** Whether reports may come by mail as well. */
  public boolean isMailRead() {
    return settings.find(Setting.MAIL_ADDRESS).isPresent();
  }

  private TlsRptRecord record(MonitoredDomain domain) {
    List<String> addresses = new ArrayList<>();
    addresses.add(collector(domain).toString());
    settings
        .find(Setting.MAIL_ADDRESS)
        .map(mailbox -> mailbox.replace(TOKEN, domain.collector().token(seal).value()))
        .ifPresent(addresses::add);
    return TlsRptRecord.compose(addresses)
        .record()
        .orElseThrow(
            () -> new IllegalStateException("settings must give addresses that a record can have"));
  }
}

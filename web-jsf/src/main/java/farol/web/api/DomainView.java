package farol.web.api;

import farol.domain.monitored.Absence;
import farol.domain.monitored.DnsRecord;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.OwnershipCheck;
import farol.domain.monitored.ReportAddresses;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A monitored domain.
 *
 * @param name in A-labels
 * @param unicodeName for people
 * @param state {@code pending}, {@code verified} or {@code suspended}
 * @param verification the record that proves ownership
 * @param tlsrptRecord the record that asks the world for reports
 * @param lastCheck the last look-up of the verification record; absent before the first
 * @param missing since when the verification record of a domain that was verified has not been
 *     there; absent while it is
 */
public record DomainView(
    String name,
    String unicodeName,
    String state,
    DnsRecord verification,
    CollectorView collector,
    DnsRecord tlsrptRecord,
    @Nullable CheckView lastCheck,
    @Nullable MissingView missing) {

  /**
   * Where reports come here.
   *
   * @param url where reporters post
   * @param mailto where they write as well; absent where Farol reads no mailbox
   */
  public record CollectorView(URI url, @Nullable URI mailto) {
    static CollectorView of(MonitoredDomain domain, ReportAddresses addresses) {
      return new CollectorView(addresses.collector(domain), addresses.mailbox(domain).orElse(null));
    }
  }

  /**
   * A look-up of the verification record.
   *
   * @param at RFC 3339, UTC
   * @param outcome {@code proven}, {@code other_records}, {@code wildcard}, {@code absent} or
   *     {@code temporary_failure}
   * @param detail the records seen instead, a line each, or why DNS did not answer
   */
  public record CheckView(String at, String outcome, String detail) {
    static CheckView of(OwnershipCheck check) {
      return new CheckView(
          check.at().toString(), check.outcome().name().toLowerCase(Locale.ROOT), check.detail());
    }
  }

  /**
   * An absence of the verification record.
   *
   * @param since RFC 3339, UTC
   * @param suspension when the domain is, or was due to be, suspended for it
   */
  public record MissingView(String since, String suspension) {
    static MissingView of(Absence absence) {
      return new MissingView(absence.since().toString(), absence.end().toString());
    }
  }

  static DomainView of(MonitoredDomain domain, ReportAddresses addresses) {
    return new DomainView(
        domain.name().value(),
        domain.name().unicode(),
        domain.state().text(),
        domain.ownershipRecord(),
        CollectorView.of(domain, addresses),
        addresses.tlsRpt(domain),
        domain.lastCheck().map(CheckView::of).orElse(null),
        domain.absence().map(MissingView::of).orElse(null));
  }
}

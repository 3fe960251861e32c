package farol.demo;

import farol.domain.survey.Aspect;
import farol.domain.survey.Look;
import farol.domain.survey.Observed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What looks at a domain of the demonstration would have found, in keeping with what its reports
 * say. The same last day and record give the same. Of certificates there are only fingerprints:
 * nobody vouches for servers that do not exist.
 */
final class DemoPosture {
  private static final String PROOF = "SECURE";
  private static final int HOUR = 10;

  /** When the last certificates were renewed, in days before the last one, and those before. */
  private static final int USUAL_RENEWAL = 24;

  private static final int BETWEEN_RENEWALS = 9;

  private final DemoDomain domain;
  private final LocalDate lastDay;
  private final String tlsRptRecord;

  /** A look of the past. */
  record Past(Instant at, Look look) {}

  /**
   * @param lastDay the last day with reports
   * @param tlsRptRecord what the domain publishes
   */
  DemoPosture(DemoDomain domain, LocalDate lastDay, String tlsRptRecord) {
    this.domain = domain;
    this.lastDay = lastDay;
    this.tlsRptRecord = tlsRptRecord;
  }

  /** The looks that found something new, the first first. */
  List<Past> past() {
    int first = DemoReports.DAYS - 1;
    return Stream.concat(
            Stream.of(first),
            domain.hosts().stream()
                .flatMap(host -> Stream.of(host.daysInService(), renewal(host)))
                .filter(day -> day < first))
        .distinct()
        .sorted(Collections.reverseOrder())
        .map(day -> new Past(at(day), look(day)))
        .toList();
  }

  /** What there is to be seen on the last day, and since. */
  Look latest() {
    return look(0);
  }

  private Instant at(int daysBeforeEnd) {
    return lastDay.minusDays(daysBeforeEnd).atTime(HOUR, 30).toInstant(ZoneOffset.UTC);
  }

  private Look look(int daysBeforeEnd) {
    List<DemoHost> hosts = domain.hostsInService(daysBeforeEnd);
    Look.Builder look =
        Look.builder()
            .see(Aspect.of(Observed.TLSRPT_RECORD), tlsRptRecord)
            .see(Aspect.of(Observed.MTASTS_RECORD), "v=STSv1; id=" + policyId())
            .see(new Aspect(Observed.POLICY_FETCH, "ipv4"), "FETCHED\ntext/plain")
            .see(new Aspect(Observed.POLICY_FETCH, "ipv6"), "NO_ADDRESS")
            .seeLines(new Aspect(Observed.MTASTS_POLICY, "ipv4"), domain.policyLines())
            .seeLines(
                Aspect.of(Observed.MX), hosts.stream().map(DemoHost::record).sorted().toList());
    see(look, domain.text());
    hosts.forEach(host -> see(look, host, daysBeforeEnd));
    return look.build();
  }

  private void see(Look.Builder look, DemoHost host, int daysBeforeEnd) {
    see(look, host.name());
    see(look, "_25._tcp." + host.name());
    look.seeLines(
        new Aspect(Observed.TLSA, host.name()), domain.hasDane() ? tlsa(host) : List.of());
    String server = host.name() + " " + host.address();
    look.see(new Aspect(Observed.MAIL_SERVER, server), "TLSv1.3");
    int renewals = daysBeforeEnd <= renewal(host) ? 1 : 0;
    look.see(new Aspect(Observed.MAIL_CERTIFICATE, server), host.fingerprint(renewals));
  }

  /** Whether DNSSEC proves what is at a name: only where DANE needs it. */
  private void see(Look.Builder look, String name) {
    look.see(new Aspect(Observed.DNSSEC, name), domain.hasDane() ? PROOF : "INSECURE");
  }

  private static List<String> tlsa(DemoHost host) {
    return host.tlsaRecords().stream().map(record -> record.toLowerCase(Locale.ROOT)).toList();
  }

  /** Of a policy that is older than the reports, which all show the same. */
  private String policyId() {
    return DateTimeFormatter.BASIC_ISO_DATE.format(lastDay.minusDays(DemoReports.DAYS + 20L))
        + "090000";
  }

  /** In days before the last one. */
  private int renewal(DemoHost host) {
    return host.name().equals(DemoStory.EXPIRED_CERTIFICATE.host())
        ? DemoStory.EXPIRED_CERTIFICATE.lastDay()
        : USUAL_RENEWAL + BETWEEN_RENEWALS * domain.hosts().indexOf(host);
  }
}

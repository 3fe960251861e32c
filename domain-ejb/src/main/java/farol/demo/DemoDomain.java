package farol.demo;

import farol.domain.shared.DomainName;
import java.util.ArrayList;
import java.util.List;

/**
 * The domains of the demonstration, below the top level that is kept free for examples (RFC 2606).
 */
public enum DemoDomain {
  /** Has let the certificate of one MX host expire, and has renewed it. */
  LIGHTHOUSE(
      "lighthouse.example",
      2_400,
      "enforce",
      604_800,
      false,
      List.of(
          DemoHost.of("mx1.lighthouse.example", "192.0.2.11", 0.64),
          DemoHost.of("mx2.lighthouse.example", "192.0.2.12", 0.36))),
  /** Has added an MX host and forgotten it in its MTA-STS policy. */
  HARBOR(
      "harbor.example",
      1_100,
      "testing",
      86_400,
      false,
      List.of(
          DemoHost.of("mx1.harbor.example", "192.0.2.71", 0.5),
          DemoHost.of("mx2.harbor.example", "192.0.2.72", 0.3),
          new DemoHost(
              "mx3.harbor.example",
              "203.0.113.73",
              0.25,
              DemoStory.HOST_MISSING_FROM_POLICY.firstDay()))),
  /** Is healthy, and has DANE besides MTA-STS. */
  PHAROS(
      "pharos.example",
      700,
      "enforce",
      2_592_000,
      true,
      List.of(
          DemoHost.of("mx1.pharos.example", "203.0.113.141", 0.55),
          DemoHost.of("mx2.pharos.example", "203.0.113.142", 0.45)));

  private final String domainName;
  private final int sessions;
  private final String mode;
  private final int maxAge;
  private final boolean dane;
  private final List<DemoHost> hosts;

  DemoDomain(
      String domainName,
      int sessions,
      String mode,
      int maxAge,
      boolean dane,
      List<DemoHost> hosts) {
    this.domainName = domainName;
    this.sessions = sessions;
    this.mode = mode;
    this.maxAge = maxAge;
    this.dane = dane;
    this.hosts = hosts;
  }

  public DomainName domainName() {
    return DomainName.parse(domainName);
  }

  String text() {
    return domainName;
  }

  /** Sessions of all reporters on a usual working day. */
  int sessions() {
    return sessions;
  }

  boolean hasDane() {
    return dane;
  }

  /** The hosts that are MX hosts on the last day. */
  List<DemoHost> hosts() {
    return hosts;
  }

  List<DemoHost> hostsInService(int daysBeforeEnd) {
    return hosts.stream().filter(host -> host.isInService(daysBeforeEnd)).toList();
  }

  /** The {@code mx} patterns of its MTA-STS policy. */
  List<String> policyHosts() {
    return hosts.stream()
        .map(DemoHost::name)
        .filter(name -> !name.equals(DemoStory.HOST_MISSING_FROM_POLICY.host()))
        .toList();
  }

  /** The lines of its MTA-STS policy (RFC 8461, section 3.2). */
  List<String> policyLines() {
    List<String> lines = new ArrayList<>(List.of("version: STSv1", "mode: " + mode));
    policyHosts().forEach(host -> lines.add("mx: " + host));
    lines.add("max_age: " + maxAge);
    return lines;
  }
}

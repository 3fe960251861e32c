package farol.domain.posture;

import farol.domain.lookup.MailExchanger;
import farol.domain.published.CertificateFacts;
import farol.domain.published.Finding;
import farol.domain.published.Finding.Severity;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsRecord;
import farol.domain.published.TlsRptRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a domain publishes, judged as senders see it. All texts that are not ours are outside text.
 */
public record Posture(TlsRpt tlsRpt, MtaSts mtaSts, Mail mail) {

  /**
   * The TLS-RPT record.
   *
   * @param findings the first is the verdict; empty where nobody knows the record
   * @param record what is in force; null if nothing is
   */
  public record TlsRpt(List<Finding> findings, @Nullable TlsRptRecord record) {
    public TlsRpt {
      findings = List.copyOf(findings);
    }
  }

  /**
   * MTA-STS: record, policy, and whether they fit together and the mail hosts.
   *
   * @param findings empty where nobody knows the record
   * @param record what is in force; null if nothing is
   * @param policy the same of the policy
   * @param certificate of the policy's host; null where none was seen
   * @param certificateFindings those of the findings that are about it
   */
  public record MtaSts(
      List<Finding> findings,
      @Nullable MtaStsRecord record,
      @Nullable MtaStsPolicy policy,
      @Nullable CertificateFacts certificate,
      List<Finding> certificateFindings) {
    public MtaSts {
      findings = List.copyOf(findings);
      certificateFindings = List.copyOf(certificateFindings);
    }

    /** The same, with more to say. */
    MtaSts with(List<Finding> more) {
      List<Finding> all = Stream.concat(findings.stream(), more.stream()).toList();
      return new MtaSts(all, record, policy, certificate, certificateFindings);
    }

    /** What senders do; empty where they do nothing. */
    public Optional<MtaStsPolicy> inForce() {
      return record == null ? Optional.empty() : Optional.ofNullable(policy);
    }
  }

  /**
   * The mail exchangers.
   *
   * @param findings about all of them; those about one are there
   * @param hosts most preferred first
   */
  public record Mail(List<Finding> findings, List<MailHost> hosts) {
    public Mail {
      findings = List.copyOf(findings);
      hosts = List.copyOf(hosts);
    }

    /** Those about all of them, and those about each. */
    public Stream<Finding> allFindings() {
      return Stream.concat(findings.stream(), hosts.stream().flatMap(MailHost::allFindings));
    }
  }

  /**
   * One mail exchanger.
   *
   * @param isCovered whether the MTA-STS policy in force names it; false where none is
   * @param findings about its records; those about one of its addresses are there
   * @param servers in the order of their addresses
   */
  public record MailHost(
      MailExchanger exchanger,
      boolean isCovered,
      Dane dane,
      List<Finding> findings,
      List<MailServer> servers) {
    public MailHost {
      findings = List.copyOf(findings);
      servers = List.copyOf(servers);
    }

    Stream<Finding> allFindings() {
      return Stream.concat(
          findings.stream(), servers.stream().flatMap(server -> server.findings().stream()));
    }
  }

  /** Whether senders hold a mail exchanger to its TLSA records. */
  public enum Dane {
    /** They do. */
    ACTIVE,
    /** There are none. */
    NONE,
    /** There are, but DNSSEC does not prove all that it must. */
    UNPROVEN,
    /** DNSSEC is broken: senders that look at it deliver nothing. */
    BROKEN,
    /** Nobody knows. */
    UNKNOWN
  }

  /**
   * A mail exchanger at one address.
   *
   * @param state the version of TLS ({@code TLSv1.3}), or the code of a failure
   * @param certificate as last seen; null where none was
   */
  public record MailServer(
      String address,
      String state,
      @Nullable CertificateFacts certificate,
      List<Finding> findings) {
    public MailServer {
      findings = List.copyOf(findings);
    }
  }

  /** All findings, wherever they are, the worst first. */
  public List<Finding> findings() {
    return Stream.of(tlsRpt.findings().stream(), mtaSts.findings().stream(), mail.allFindings())
        .flatMap(findings -> findings)
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  /** How bad the worst is; empty where nothing is known. */
  public Optional<Severity> worst() {
    return findings().stream().map(Finding::severity).findFirst();
  }

  /** The certificate that expires first, of all servers; empty where none was seen. */
  public Optional<CertificateFacts> nextToExpire() {
    return Stream.concat(
            Optional.ofNullable(mtaSts.certificate()).stream(),
            mail.hosts().stream()
                .flatMap(host -> host.servers().stream())
                .flatMap(server -> Optional.ofNullable(server.certificate()).stream()))
        .min(Comparator.comparing(CertificateFacts::validUntil));
  }
}

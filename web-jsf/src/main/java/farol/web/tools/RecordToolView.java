package farol.web.tools;

import farol.domain.monitored.DnsRecord;
import farol.domain.shared.DomainName;
import farol.tools.record.ComposedRecord;
import farol.tools.record.InvalidAddressesException;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The generator of TLS-RPT records. What it is given is in the address, but no collector's token:
 * of that the address says only that it is wanted. Asks nobody.
 */
@Named("recordTool")
@RequestScoped
public class RecordToolView {
  @Inject OwnCollectors collectors;
  @Inject Texts texts;

  private @Nullable String domain;
  private @Nullable String rua;
  private boolean collector;
  private DomainInput input = DomainInput.NONE;
  private String problem = "";
  private List<String> ownDomains = List.of();
  private @Nullable Made made;
  private List<FindingRow> findings = List.of();

  /**
   * A record in the forms in which it is asked for.
   *
   * @param full with the whole name
   * @param plain with the name without the domain
   * @param quoted likewise, its value in quotation marks
   * @param zoneLine as a zone file has it
   */
  public record Made(DnsRecord full, DnsRecord plain, DnsRecord quoted, String zoneLine) {
    static Made of(ComposedRecord record) {
      return new Made(
          DnsRecord.txt(record.name(), record.value()),
          DnsRecord.txt(record.host(), record.value()),
          DnsRecord.txt(record.host(), record.quoted()),
          record.zoneLine());
    }
  }

  /** Makes the record, if the address says which. */
  public void load() {
    ownDomains = collectors.domains();
    input = DomainInput.of(domain, texts);
    if (rua != null || collector) {
      input.given().ifPresent(this::make);
    }
  }

  private void make(DomainName name) {
    List<URI> own = collector ? collectors.of(name) : List.of();
    List<String> addresses =
        Stream.concat(
                own.stream().map(URI::toString),
                Stream.ofNullable(rua).flatMap(String::lines).map(String::strip))
            .filter(line -> !line.isEmpty())
            .toList();
    if (collector && own.isEmpty()) {
      problem = texts.format("tools.record.not-own", name);
    } else if (addresses.isEmpty()) {
      problem = texts.get("tools.record.nowhere");
    } else {
      make(name, addresses);
    }
  }

  private void make(DomainName name, List<String> addresses) {
    try {
      ComposedRecord record = ComposedRecord.of(name, addresses);
      made = Made.of(record);
      findings = FindingRow.of(record.findings(), texts);
    } catch (InvalidAddressesException e) {
      findings = FindingRow.of(e.findings(), texts);
    }
  }

  public @Nullable String getDomain() {
    return domain;
  }

  public void setDomain(@Nullable String domain) {
    this.domain = domain;
  }

  /** Addresses, a line each. */
  public @Nullable String getRua() {
    return rua;
  }

  public void setRua(@Nullable String rua) {
    this.rua = rua;
  }

  /** Whether reports shall come to Farol. */
  public boolean isCollector() {
    return collector;
  }

  public void setCollector(boolean collector) {
    this.collector = collector;
  }

  /** Whether they come by mail as well. */
  public boolean isMailed() {
    return collectors.areMailed();
  }

  /** What was given as the domain. */
  public DomainInput getInput() {
    return input;
  }

  /** Why no record could be made of what was given; empty if there is no reason. */
  public String getProblem() {
    return problem;
  }

  /** The domains whose reports can come to Farol. */
  public List<String> getOwnDomains() {
    return ownDomains;
  }

  /** Null until one could be made. */
  public @Nullable Made getMade() {
    return made;
  }

  public List<FindingRow> getFindings() {
    return findings;
  }

  public String getCall() {
    return Tool.RECORD.call();
  }
}

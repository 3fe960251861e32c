package farol.web.tools;

import farol.domain.monitored.DnsRecord;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.tools.record.ComposedRecord;
import farol.tools.record.InvalidAddressesException;
import farol.web.findings.FindingRow;
import farol.web.kit.Messages;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The generator of TLS-RPT records. What it is given is in the address. Asks nobody. */
@Named("recordTool")
@RequestScoped
public class RecordToolView {
  @Inject Texts texts;

  private @Nullable String domain;
  private @Nullable String rua;
  private @Nullable ComposedRecord record;
  private List<FindingRow> findings = List.of();

  /** Makes the record, if the address says which. */
  public void load() {
    if (domain == null || domain.isBlank() || rua == null || rua.isBlank()) {
      return;
    }
    try {
      DomainName name = DomainName.parse(domain.strip());
      record =
          ComposedRecord.of(name, rua.lines().map(String::strip).filter(this::isGiven).toList());
      findings = FindingRow.of(record.findings(), texts);
    } catch (InvalidDomainNameException e) {
      Messages.error(null, String.valueOf(e.getMessage()));
    } catch (InvalidAddressesException e) {
      findings = FindingRow.of(e.findings(), texts);
    }
  }

  private boolean isGiven(String line) {
    return !line.isEmpty();
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

  /** Null until one could be made. */
  public @Nullable DnsRecord getRecord() {
    return record == null ? null : DnsRecord.txt(record.name(), record.value());
  }

  /** The name without the domain, as many providers ask for it. */
  public String getHost() {
    return record == null ? "" : record.host();
  }

  public String getZoneLine() {
    return record == null ? "" : record.zoneLine();
  }

  public List<FindingRow> getFindings() {
    return findings;
  }

  public String getCall() {
    return Tool.RECORD.call();
  }
}

package farol.web.domains;

import farol.web.findings.FindingRow;
import java.util.List;

/**
 * A mail exchanger.
 *
 * @param preference of its MX record, in words
 * @param cover whether the MTA-STS policy in force names it; empty where none is
 * @param coverTone names that in the style sheet
 * @param dane whether senders hold it to its TLSA records
 * @param tlsa these, a line each, as published; empty where there are none
 * @param silence why nothing is known of its servers; empty where something is
 */
public record MailHostRow(
    String name,
    String preference,
    String coverTone,
    String cover,
    String daneTone,
    String dane,
    String tlsa,
    String silence,
    List<FindingRow> findings,
    List<MailServerRow> servers) {
  public MailHostRow {
    findings = List.copyOf(findings);
    servers = List.copyOf(servers);
  }
}

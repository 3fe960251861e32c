package farol.web.tools;

import farol.web.findings.FindingRow;
import farol.web.reports.Fact;
import java.util.List;

/**
 * One thing that a check looked at.
 *
 * @param id names it on the page
 * @param name where it is published; empty where it says nothing
 * @param note what else there is to say; empty if nothing
 * @param facts may have outside text in them
 * @param raw as published; outside text; empty where there is nothing
 */
public record Section(
    String id,
    String title,
    String name,
    String note,
    List<Fact> facts,
    String raw,
    List<FindingRow> findings) {
  public Section {
    facts = List.copyOf(facts);
    findings = List.copyOf(findings);
  }
}

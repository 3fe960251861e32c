package farol.web.domains;

import farol.domain.monitored.CollectorToken;
import farol.domain.published.TlsRptRecord;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain's TLS-RPT record.
 *
 * @param name where it is published
 * @param raw as published, a line for each TXT record, tokens masked; empty where there is none
 * @param since when it was first seen so; null where nobody knows the record
 * @param destinations where reports go
 */
public record TlsRptCard(
    String name,
    String raw,
    @Nullable Instant since,
    List<Destination> destinations,
    List<FindingRow> findings) {
  /**
   * Where reports go.
   *
   * @param address outside text; a token in it is masked
   * @param tone names in the style sheet whether reports come here by it
   */
  public record Destination(String address, String tone, String text) {}

  public TlsRptCard {
    destinations = List.copyOf(destinations);
    findings = List.copyOf(findings);
  }

  public boolean isKnown() {
    return since != null;
  }

  /**
   * The record as it is known.
   *
   * @param ours where reports of the domain come here
   */
  static TlsRptCard of(ShownPosture shown, List<URI> ours, Texts texts) {
    Aspect aspect = Aspect.of(Observed.TLSRPT_RECORD);
    TlsRptRecord record = shown.posture().tlsRpt().record();
    return new TlsRptCard(
        shown.domain().name().child("_smtp._tls").value(),
        shown.known().value(aspect).orElse(""),
        shown.since(aspect),
        record == null
            ? List.of()
            : record.rua().stream().map(address -> destination(address, ours, texts)).toList(),
        FindingRow.of(shown.posture().tlsRpt().findings(), texts));
  }

  private static Destination destination(URI address, List<URI> ours, Texts texts) {
    String masked = CollectorToken.masked(address.toString());
    if (ours.stream().map(own -> CollectorToken.masked(own.toString())).noneMatch(masked::equals)) {
      return new Destination(masked, "information", texts.get("published.tls-rpt.elsewhere"));
    }
    return "mailto".equals(address.getScheme())
        ? new Destination(masked, "ok", texts.get("published.tls-rpt.mailbox"))
        : new Destination(masked, "ok", texts.get("published.tls-rpt.here"));
  }
}

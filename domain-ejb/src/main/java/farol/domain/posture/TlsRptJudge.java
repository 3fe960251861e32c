package farol.domain.posture;

import farol.domain.monitored.CollectorToken;
import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import farol.domain.published.RecordReading;
import farol.domain.published.TlsRptRecord;
import farol.domain.survey.Observed;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges where a domain's reports go. */
final class TlsRptJudge {
  private final Known known;
  private final Set<String> ours;

  /**
   * @param ours where reports come here; none where that does not matter
   */
  TlsRptJudge(Known known, Collection<URI> ours) {
    this.known = known;
    this.ours = ours.stream().map(TlsRptJudge::comparable).collect(Collectors.toUnmodifiableSet());
  }

  Posture.TlsRpt judge() {
    return known
        .records(Observed.TLSRPT_RECORD)
        .map(records -> judge(TlsRptRecord.read(records)))
        .orElseGet(() -> new Posture.TlsRpt(List.of(), null));
  }

  private Posture.TlsRpt judge(RecordReading<TlsRptRecord> reading) {
    List<Finding> findings = new ArrayList<>(reading.findings());
    reading
        .record()
        .filter(record -> !ours.isEmpty())
        .ifPresent(record -> compare(record, findings));
    return new Posture.TlsRpt(findings, reading.record().orElse(null));
  }

  private void compare(TlsRptRecord record, List<Finding> findings) {
    List<String> others =
        record.rua().stream()
            .filter(address -> !ours.contains(comparable(address)))
            .map(TlsRptJudge::comparable)
            .toList();
    if (others.size() == record.rua().size()) {
      findings.add(
          Finding.warning(
              FindingCode.NOT_OURS,
              "reports of this domain go elsewhere, not to Farol",
              "Publish the record that the domain's settings show, or add its address to this one.",
              ""));
    } else if (!others.isEmpty()) {
      findings.add(
          Finding.info(
              FindingCode.ALSO_ELSEWHERE,
              "reports go to these addresses, too: " + String.join(", ", others),
              "",
              ""));
    }
  }

  /** As observations keep it, without the token. */
  private static String comparable(URI address) {
    return CollectorToken.masked(address.toString());
  }
}

package farol.domain.posture;

import farol.domain.posture.Posture.Dane;
import farol.domain.posture.Posture.MailHost;
import farol.domain.published.Finding;
import farol.domain.published.Finding.Severity;
import farol.domain.published.FindingCode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table of many domains says of one: all that can be told without judging certificates.
 *
 * @param dane {@link Dane#ACTIVE} where some mail hosts have it and none is worse off
 * @param hosts mail exchangers that are to take mail; none in a null MX
 * @param withDane those of them that senders hold to TLSA records
 * @param covered those of them that the MTA-STS policy in force names
 * @param expiry when the first of the certificates that were seen expires; null where none was
 */
public record Glance(
    Reporting reporting,
    MtaSts mtaSts,
    Dane dane,
    int hosts,
    int withDane,
    int covered,
    @Nullable Instant expiry) {

  /** Where reports go. */
  public enum Reporting {
    /** Nobody knows. */
    UNKNOWN,
    /** Nowhere: there is no record. */
    NONE,
    /** Nowhere: senders cannot use the record. */
    INVALID,
    /** To others only. */
    ELSEWHERE,
    /** Here, and perhaps to others. */
    HERE
  }

  /** What senders do about MTA-STS. */
  public enum MtaSts {
    /** Nobody knows. */
    UNKNOWN,
    /** Nothing: the domain has none. */
    NONE,
    /** Nothing, although they should: they cannot use the record, or get no policy. */
    BROKEN,
    /** They deliver, and report. */
    TESTING,
    /** They deliver only to hosts that keep to the policy. */
    ENFORCE,
    /** Nothing: the policy says so. */
    OFF
  }

  private static final List<Dane> WORST_FIRST =
      List.of(Dane.BROKEN, Dane.UNPROVEN, Dane.UNKNOWN, Dane.ACTIVE);

  static Glance of(Posture posture, @Nullable Instant expiry) {
    List<MailHost> hosts = posture.mail().hosts();
    return new Glance(
        reporting(posture.tlsRpt()),
        mtaSts(posture.mtaSts()),
        dane(hosts),
        hosts.size(),
        (int) hosts.stream().filter(host -> host.dane() == Dane.ACTIVE).count(),
        (int) hosts.stream().filter(MailHost::isCovered).count(),
        expiry);
  }

  private static Reporting reporting(Posture.TlsRpt tlsRpt) {
    if (tlsRpt.findings().isEmpty()) {
      return Reporting.UNKNOWN;
    }
    if (tlsRpt.record() == null) {
      return isNone(tlsRpt.findings()) ? Reporting.NONE : Reporting.INVALID;
    }
    return has(tlsRpt.findings(), FindingCode.NOT_OURS) ? Reporting.ELSEWHERE : Reporting.HERE;
  }

  private static MtaSts mtaSts(Posture.MtaSts mtaSts) {
    if (mtaSts.findings().isEmpty()) {
      return MtaSts.UNKNOWN;
    }
    return mtaSts
        .inForce()
        .map(
            policy ->
                switch (policy.mode()) {
                  case ENFORCE -> MtaSts.ENFORCE;
                  case TESTING -> MtaSts.TESTING;
                  case NONE -> MtaSts.OFF;
                })
        .orElseGet(() -> withoutPolicy(mtaSts.findings()));
  }

  private static MtaSts withoutPolicy(List<Finding> findings) {
    if (isNone(findings)) {
      return MtaSts.NONE;
    }
    boolean isBroken = findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    return isBroken ? MtaSts.BROKEN : MtaSts.UNKNOWN; // the policy may just not have been fetched
  }

  private static Dane dane(List<MailHost> hosts) {
    return Stream.concat(
            WORST_FIRST.stream()
                .filter(dane -> hosts.stream().anyMatch(host -> host.dane() == dane)),
            Stream.of(Dane.NONE))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the verdict is that there is nothing. */
  private static boolean isNone(List<Finding> findings) {
    return findings.get(0).kind() == FindingCode.NONE;
  }

  private static boolean has(List<Finding> findings, FindingCode code) {
    return findings.stream().anyMatch(finding -> finding.kind() == code);
  }
}

package farol.web.api;

import farol.domain.posture.Known;
import farol.domain.posture.Posture;
import farol.domain.posture.Posture.MailHost;
import farol.domain.posture.Posture.MailServer;
import farol.domain.published.CertificateFacts;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MxPattern;
import farol.domain.survey.Observed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a domain publishes, as the last looks found it. Collectors' tokens are masked.
 *
 * @param asOf when it was last looked at: RFC 3339, UTC; absent before the first look
 */
public record PostureView(
    @Nullable String asOf, TlsRptView tlsrpt, MtaStsView mtaSts, MailView mail) {

  /**
   * The TLS-RPT record.
   *
   * @param records as published; absent where nobody knows
   * @param rua where reports go; empty where no record is in force
   */
  public record TlsRptView(
      @Nullable List<String> records, List<String> rua, List<FindingView> findings) {}

  /**
   * MTA-STS.
   *
   * @param records as published; absent where nobody knows
   * @param id that of the record in force, if one is
   * @param mode {@code enforce}, {@code testing} or {@code none}; absent without a policy
   * @param maxAge in seconds
   * @param certificate that of the policy's host
   */
  public record MtaStsView(
      @Nullable List<String> records,
      @Nullable String id,
      @Nullable String mode,
      @Nullable Long maxAge,
      List<String> mx,
      @Nullable CertificateView certificate,
      List<FindingView> findings) {}

  /** The mail exchangers, most preferred first. */
  public record MailView(List<HostView> hosts, List<FindingView> findings) {}

  /**
   * A mail exchanger.
   *
   * @param coveredByPolicy whether the policy in force names it
   * @param dane {@code active}, {@code none}, {@code unproven}, {@code broken} or {@code unknown}
   */
  public record HostView(
      int preference,
      String host,
      boolean coveredByPolicy,
      String dane,
      List<ServerView> servers,
      List<FindingView> findings) {}

  /**
   * A mail exchanger at one address.
   *
   * @param state the version of TLS, or the code of a failure
   */
  public record ServerView(
      String address,
      String state,
      @Nullable CertificateView certificate,
      List<FindingView> findings) {}

  /**
   * A certificate.
   *
   * @param validUntil RFC 3339, UTC
   * @param fingerprint SHA-256, in hexadecimal
   * @param keyFingerprint SHA-256 of its public key, as a TLSA record 3 1 1 has it
   */
  public record CertificateView(
      String subject,
      String issuer,
      List<String> names,
      String validFrom,
      String validUntil,
      String fingerprint,
      String keyFingerprint) {
    static @Nullable CertificateView of(@Nullable CertificateFacts facts) {
      return facts == null
          ? null
          : new CertificateView(
              facts.subject(),
              facts.issuer(),
              facts.names(),
              facts.validFrom().toString(),
              facts.validUntil().toString(),
              facts.fingerprint(),
              facts.keyFingerprint());
    }
  }

  static PostureView of(Posture posture, Known known, Optional<Instant> asOf) {
    return new PostureView(
        asOf.map(Instant::toString).orElse(null),
        tlsRpt(posture.tlsRpt(), known),
        mtaSts(posture.mtaSts(), known),
        new MailView(
            posture.mail().hosts().stream().map(PostureView::host).toList(),
            FindingView.of(posture.mail().findings())));
  }

  private static TlsRptView tlsRpt(Posture.TlsRpt judged, Known known) {
    return new TlsRptView(
        known.records(Observed.TLSRPT_RECORD).orElse(null),
        judged.record() == null
            ? List.of()
            : judged.record().rua().stream().map(URI::toString).toList(),
        FindingView.of(judged.findings()));
  }

  private static MtaStsView mtaSts(Posture.MtaSts mtaSts, Known known) {
    MtaStsPolicy policy = mtaSts.policy();
    return new MtaStsView(
        known.records(Observed.MTASTS_RECORD).orElse(null),
        mtaSts.record() == null ? null : mtaSts.record().id(),
        policy == null ? null : policy.mode().text(),
        policy == null ? null : policy.maxAge().toSeconds(),
        policy == null ? List.of() : policy.mx().stream().map(MxPattern::value).toList(),
        CertificateView.of(mtaSts.certificate()),
        FindingView.of(mtaSts.findings()));
  }

  private static HostView host(MailHost host) {
    return new HostView(
        host.exchanger().preference(),
        host.exchanger().target(),
        host.isCovered(),
        host.dane().name().toLowerCase(Locale.ROOT),
        host.servers().stream().map(PostureView::server).toList(),
        FindingView.of(host.findings()));
  }

  private static ServerView server(MailServer server) {
    return new ServerView(
        server.address(),
        server.state(),
        CertificateView.of(server.certificate()),
        FindingView.of(server.findings()));
  }
}

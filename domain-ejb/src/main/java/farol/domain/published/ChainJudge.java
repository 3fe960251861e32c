package farol.domain.published;

import farol.domain.published.Finding.Severity;
import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a sender trusts a chain, and names what is wrong with it. Whether there is a
 * way up to an anchor is the platform's word; why there is none is looked for here.
 *
 * <p>An instance judges once.
 */
final class ChainJudge {
  static final String IN_TLS = "RFC 8446, section 4.4.2";
  static final String FOR_MAIL = "RFC 8461, section 4.2";
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final PresentedChain chain;
  private final List<X509Certificate> upwards;
  private final Instant at;
  private final TrustAnchors anchors;
  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> remarks = new ArrayList<>();

  ChainJudge(PresentedChain chain, Instant at, TrustAnchors anchors) {
    this.chain = chain;
    this.upwards = chain.upwards();
    this.at = at;
    this.anchors = anchors;
  }

  RecordReading<PresentedChain> judge(DomainName host) {
    judgeDates(chain.leaf());
    judgeTrust();
    judgeName(host);
    judgePurpose();
    remarkOrder();
    List<Finding> findings = new ArrayList<>(errors);
    if (errors.isEmpty()) {
      findings.add(valid(host));
    }
    findings.addAll(remarks);
    return new RecordReading<>(findings, errors.isEmpty() ? chain : null);
  }

  private void judgeDates(X509Certificate certificate) {
    CertificateDates.objection(certificate, at).ifPresent(errors::add);
  }

  private void judgeTrust() {
    Optional<List<X509Certificate>> path = anchors.path(chain, at);
    judgeStrength(path.orElse(upwards));
    if (path.isPresent()) {
      CertificateDates.soon(path.get(), at).ifPresent(remarks::add);
      return;
    }
    upwards.stream().skip(1).forEach(this::judgeDates);
    boolean onlyDatesAreWrong = anchors.path(chain, whenAllWereValid()).isPresent();
    if (!onlyDatesAreWrong) {
      judgeMissingPath();
    }
  }

  private void judgeStrength(List<X509Certificate> certificates) {
    for (Finding weakness : Weakness.in(certificates)) {
      (weakness.severity() == Severity.ERROR ? errors : remarks).add(weakness);
    }
  }

  /** The instant, moved into the time in which all certificates on the way up were valid. */
  private Instant whenAllWereValid() {
    Instant first = Collections.max(upwards.stream().map(Certificates::validFrom).toList());
    Instant last = Collections.min(upwards.stream().map(Certificates::validUntil).toList());
    if (at.isBefore(first)) {
      return first;
    }
    return at.isAfter(last) ? last : at;
  }

  private void judgeMissingPath() {
    if (upwards.stream().noneMatch(anchors::vouchFor)) {
      errors.add(MissingTrust.in(upwards));
    } else if (errors.isEmpty()) {
      errors.add(
          Finding.error(
              FindingCode.CHAIN_INVALID,
              "the chain leads to a root that senders trust, but breaks a rule on the way",
              "Look for a certificate that is of no authority, or that allows fewer names or a"
                  + " shorter chain.",
              "RFC 5280, section 6"));
    }
  }

  private void judgeName(DomainName host) {
    CertificateNames names = CertificateNames.of(chain.leaf());
    if (names.include(host)) {
      return;
    }
    if (names.includeAsCommonName(host)) {
      errors.add(
          Finding.error(
              FindingCode.COMMON_NAME_ONLY,
              host + " is the common name of the certificate only, which senders do not look at",
              "Get a certificate that has it as subject alternative name.",
              FOR_MAIL));
    } else {
      errors.add(
          Finding.error(
              FindingCode.CERTIFICATE_HOST_MISMATCH,
              "the certificate is not for "
                  + host
                  + ", but for "
                  + (names.dnsNames().isEmpty()
                      ? "no name at all"
                      : Excerpt.of(String.join(", ", names.dnsNames()))),
              "Get one that names the host, or have the server choose it by the name that senders"
                  + " ask for (SNI).",
              FOR_MAIL));
    }
  }

  private void judgePurpose() {
    if (!isForServers(chain.leaf())) {
      errors.add(
          Finding.error(
              FindingCode.WRONG_PURPOSE,
              "the certificate is not for servers",
              "Get one whose extended key usage has serverAuth.",
              "RFC 5280, section 4.2.1.12"));
    }
  }

  private static boolean isForServers(X509Certificate certificate) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null
          || purposes.contains(SERVER_AUTHENTICATION)
          || purposes.contains(ANY_PURPOSE);
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private void remarkOrder() {
    if (!chain.certificates().subList(0, upwards.size()).equals(upwards)) {
      remarks.add(
          Finding.info(
              FindingCode.CHAIN_OUT_OF_ORDER,
              "the certificates are not in order, which some senders do not forgive",
              "Send the server's certificate first, then that of its issuer, and so on.",
              IN_TLS));
    }
  }

  private Finding valid(DomainName host) {
    return Finding.info(
        FindingCode.VALID,
        "senders trust " + Certificates.issuer(chain.leaf()) + " that this is " + host,
        "",
        FOR_MAIL);
  }
}

package farol.domain.survey;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is looked at. */
public enum Observed {
  /** The TXT records at {@code _smtp._tls}, a line each. */
  TLSRPT_RECORD,
  /** The domain's MX records, a line each: preference and target. */
  MX,
  /** The TXT records at {@code _mta-sts}, a line each. */
  MTASTS_RECORD,
  /** The MTA-STS policy, by family of addresses ({@code ipv4}, {@code ipv6}). */
  MTASTS_POLICY,
  /**
   * How fetching the policy went, by family of addresses: {@code FETCHED}, or the code of a
   * failure; in a second line the media type, or where a redirect leads.
   */
  POLICY_FETCH,
  /** The certificates of the policy's host, by family of addresses: a fingerprint a line. */
  POLICY_CERTIFICATE,
  /**
   * Whether DNSSEC proves what is at a name: that of the domain (its MX), of a mail host (its
   * addresses), or of TLSA records. {@code SECURE}, {@code INSECURE}, {@code UNCHECKED} or {@code
   * BOGUS}.
   */
  DNSSEC,
  /** The TLSA records of a mail host, a line each. */
  TLSA,
  /**
   * What a mail host does at one of its addresses ({@code mx.example.com 192.0.2.1}): the version
   * of TLS, or the code of a failure; {@code INJECTED} in a second line where more came with the
   * answer to STARTTLS than should. Of a host without addresses: {@code NO_ADDRESS}.
   */
  MAIL_SERVER,
  /** The certificates of a mail host at one of its addresses: a fingerprint a line. */
  MAIL_CERTIFICATE;

  /** Those whose values are fingerprints of certificates, the server's own first. */
  public static final Set<Observed> OF_CERTIFICATES =
      Collections.unmodifiableSet(EnumSet.of(POLICY_CERTIFICATE, MAIL_CERTIFICATE));

  /** What owners put there, and not how it went to look at it. */
  public static final Set<Observed> PUBLISHED =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(POLICY_FETCH, MAIL_SERVER)));
}

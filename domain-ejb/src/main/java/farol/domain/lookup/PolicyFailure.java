package farol.domain.lookup;

/** Why no policy came. The names are stable. */
public enum PolicyFailure {
  /** DNS gave no usable answer about the host, which says nothing about the policy. */
  LOOKUP_FAILED,
  /** The host has no address of this family. */
  NO_ADDRESS,
  /** The host's address is not a public one, nor allowed by {@code FAROL_PROBE_ALLOW}. */
  FORBIDDEN_ADDRESS,
  /** Nothing accepts connections there. */
  CONNECT_FAILED,
  /** Nothing answers there. */
  CONNECT_TIMEOUT,
  /**
   * This machine has no way there, as one without IPv6 has none to IPv6 addresses; says nothing
   * about the host.
   */
  NO_ROUTE,
  /** No TLS 1.2 or newer came about. */
  TLS_FAILED,
  /** The certificate is not valid yet, or not any more. */
  CERTIFICATE_INVALID_DATE,
  /** The certificate is not for this host. */
  CERTIFICATE_INVALID_NAME,
  /** No trusted authority vouches for the certificate, or an intermediate one is missing. */
  CERTIFICATE_INVALID_ISSUER,
  /** The server sends elsewhere, where no sender goes (RFC 8461, section 3.3). */
  REDIRECT,
  /** Another status than 200, which the detail says. */
  STATUS,
  /** More than 64 KiB. */
  TOO_LARGE,
  /** Not all came within the time for it. */
  TOO_SLOW,
  /** What came is not HTTP, or contradicts or breaks off itself. */
  BAD_HTTP,
  /** Farol itself failed; its log says how. */
  INTERNAL_ERROR
}

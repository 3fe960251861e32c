package farol.domain.lookup;

/** Why no mail could be sent over TLS. The names are stable. */
public enum SmtpFailure {
  /** The address is not a public one, nor allowed by {@code FAROL_PROBE_ALLOW}. */
  FORBIDDEN_ADDRESS,
  /** Nothing accepts connections there. */
  CONNECT_FAILED,
  /** Nothing answers there. */
  CONNECT_TIMEOUT,
  /**
   * This machine has no way there, as one without IPv6 has none to IPv6 addresses; says nothing
   * about the server.
   */
  NO_ROUTE,
  /** The server wants nothing to do with us, as its greeting says. */
  BANNER_REFUSED,
  /** The server does not accept EHLO. */
  EHLO_REFUSED,
  /** The server does not offer STARTTLS. */
  NO_STARTTLS,
  /** The server offers STARTTLS, and refuses it. */
  STARTTLS_REFUSED,
  /** No TLS 1.2 or newer came about. */
  TLS_FAILED,
  /** Not all came within the time for it. */
  TOO_SLOW,
  /** What came is not SMTP, is too much, or breaks off. */
  BAD_SMTP,
  /** Farol itself failed; its log says how. */
  INTERNAL_ERROR
}

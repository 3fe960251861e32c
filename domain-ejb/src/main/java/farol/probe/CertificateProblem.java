package farol.probe;

/**
 * Why a certificate does not vouch for a server.
 *
 * @param detail what exactly, for an operator
 */
public record CertificateProblem(Kind kind, String detail) {
  /** What is wrong; the first that applies. */
  public enum Kind {
    /** Not valid yet, or not any more. */
    DATE,
    /** Not signed by way of what was sent with it by anybody who is trusted. */
    ISSUER,
    /** For other names. */
    NAME
  }
}

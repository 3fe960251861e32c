package farol.domain.posture;

/** What is looked at. */
public enum Observed {
  /** The TXT records at {@code _smtp._tls}. */
  TLSRPT_RECORD,
  /** The domain's MX records. */
  MX
}

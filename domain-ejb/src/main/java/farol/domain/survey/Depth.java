package farol.domain.survey;

/** How far a look goes. */
public enum Depth {
  /** The TLS-RPT record and the MX: all that matters before a domain is verified. */
  REPORTING,
  /** What MTA-STS stands on: its record, the policy by HTTPS, and the MX. */
  MTA_STS,
  /** What anybody may ask for: DNS, and the policy by HTTPS. */
  RECORDS,
  /** The mail servers, too: only for domains whose owner proved to be theirs. */
  MAIL_SERVERS
}

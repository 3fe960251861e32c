package farol.domain.audit;

/** What can be changed. The names are stored, exported and translated: they stay. */
public enum AuditAction {
  /** By the first sign-in of a user. */
  ACCOUNT_FOUNDED,
  DOMAIN_ADDED,
  DOMAIN_DELETED,
  /** A claim that was never proven in its time was removed. */
  DOMAIN_EXPIRED,
  /** Proven, suspended, proven again. */
  DOMAIN_STATE_CHANGED,
  COLLECTOR_ROTATED,
  /** Before and after: the hosted MTA-STS policy, as it is served. */
  POLICY_CHANGED,
  REFUSED_BODY_DELETED,
  /** Somebody had a report or a refused body read again. */
  REPORT_REPROCESSED,
  DOMAIN_REPROCESSED,
  /** Somebody had a file of old reports imported. */
  IMPORT_ADDED,
  IMPORT_CANCELLED,
  IMPORT_RETRIED,
  /** Before and after: the member's role. */
  MEMBER_ADDED,
  MEMBER_CHANGED,
  MEMBER_REMOVED,
  /** After: its scope and its end. */
  TOKEN_CREATED,
  TOKEN_REVOKED,
  /** An entry of the installation, as all of users and jobs. */
  USER_ADDED,
  USER_DISABLED,
  USER_ENABLED,
  /** Before and after: the groups. */
  USER_GROUPS_CHANGED,
  PASSWORD_RESET,
  /** By the user. */
  PASSWORD_CHANGED,
  JOB_STARTED,
  JOB_STOPPED,
  JOB_RESTARTED
}

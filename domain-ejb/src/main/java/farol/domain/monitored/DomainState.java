package farol.domain.monitored;

import java.util.Locale;

/** How far the account has proven that a monitored domain is its own. */
public enum DomainState {
  /** Claimed, not proven: reports are stored and not shown. */
  PENDING,
  /** Proven by the TXT record. */
  VERIFIED,
  /** Proven once, but the record has gone: reports are kept aside. */
  SUSPENDED;

  /** In the API, and in the audit log. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

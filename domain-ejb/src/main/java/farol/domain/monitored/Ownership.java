package farol.domain.monitored;

import farol.domain.shared.DomainName;
import farol.domain.shared.OwnerName;
import java.util.Collection;

/**
 * How an account proves that a domain is its own: it publishes a token in DNS.
 *
 * <p>The record has a name of its own, so that a TXT record at the domain itself, or a token
 * repeated inside some other text, proves nothing.
 */
public final class Ownership {
  static final String LABEL = "_tlsrpt-verify";
  private static final String PREFIX = "tlsrpt-verify=";

  private Ownership() {}

  /** Where the proof has to be published. */
  public static OwnerName recordName(DomainName domain) {
    return domain.child(LABEL);
  }

  /**
   * What has to be published there.
   *
   * @param token never blank; compared exactly, case included
   */
  public static String recordValue(String token) {
    if (token.isBlank()) {
      throw new IllegalArgumentException("an ownership token must not be blank");
    }
    return PREFIX + token;
  }

  /**
   * Whether the records found at {@link #recordName} prove ownership: the whole value of one of
   * them has to be {@link #recordValue}. All others are ignored.
   *
   * @param records each TXT record as one string
   */
  public static boolean isProven(Collection<String> records, String token) {
    return records.contains(recordValue(token));
  }
}

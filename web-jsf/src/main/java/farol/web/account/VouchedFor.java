package farol.web.account;

import java.util.Optional;

/** Those whom the server knows by a provider's word, and not by a sign-in of Farol. */
final class VouchedFor {
  /** What {@code etc/sign-in/openid-connect.xml} calls the provider's people. */
  private static final String REALM = "provider";

  private VouchedFor() {}

  /** Whether whoever makes the request under way is one. */
  static boolean isCaller() {
    return subject().isPresent();
  }

  /** By what the provider knows whoever makes the request under way, whatever the name is. */
  static Optional<String> subject() {
    return CallerIdentity.now()
        .filter(caller -> caller.realm().equals(REALM))
        .map(CallerIdentity::id);
  }
}

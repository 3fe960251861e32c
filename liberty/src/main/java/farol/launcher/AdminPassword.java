package farol.launcher;

import farol.domain.user.Password;
import farol.domain.user.PasswordHash;
import java.util.Optional;

/**
 * The password of {@code admin} where no setting says it: made at the first start, and known by its
 * hash alone from then on.
 *
 * @param made the password itself, where it has just been made
 * @param replacing whether there was another before, whose hash can't be read
 */
record AdminPassword(PasswordHash hash, Optional<String> made, boolean replacing) {
  private static final String HASH = "admin.password.pbkdf2";

  /** What versions before this one kept. */
  private static final String LIBERTYS_HASH = "admin.password.hash";

  /** The one in the secrets, which are given one where they have none. */
  static AdminPassword in(Secrets secrets) throws StartFailure {
    Optional<PasswordHash> known = secrets.find(HASH).map(PasswordHash::new);
    if (known.isPresent()) {
      return new AdminPassword(known.get(), Optional.empty(), false);
    }
    Optional<String> libertys = secrets.find(LIBERTYS_HASH);
    Optional<PasswordHash> former = libertys.flatMap(LibertyHash::read);
    Optional<String> made = former.isPresent() ? Optional.empty() : Optional.of(Password.random());
    PasswordHash hash = former.or(() -> made.map(PasswordHash::of)).orElseThrow();
    secrets.put(HASH, hash.text());
    return new AdminPassword(hash, made, made.isPresent() && libertys.isPresent());
  }
}

package farol.web.account;

import static java.lang.System.Logger.Level.WARNING;

import com.ibm.websphere.security.WSSecurityException;
import com.ibm.websphere.security.auth.CredentialDestroyedException;
import com.ibm.websphere.security.auth.WSSubject;
import com.ibm.websphere.security.cred.WSCredential;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.login.CredentialExpiredException;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server takes for the caller of the request under way.
 *
 * @param realm whose word it has for that
 * @param id in this realm, which nobody else there ever has
 */
record CallerIdentity(String realm, String id) {
  private static final System.Logger LOGGER = System.getLogger(CallerIdentity.class.getName());

  /** Empty for somebody who is not signed in. */
  static Optional<CallerIdentity> now() {
    try {
      @Nullable Subject caller = WSSubject.getCallerSubject();
      Set<WSCredential> credentials =
          caller == null ? Set.of() : caller.getPublicCredentials(WSCredential.class);
      Iterator<WSCredential> each = credentials.iterator();
      return each.hasNext() ? Optional.of(of(each.next())) : Optional.empty();
    } catch (WSSecurityException
        | CredentialDestroyedException
        | CredentialExpiredException ended) {
      LOGGER.log(WARNING, "the server can't say who a caller is", ended);
      return Optional.empty();
    }
  }

  private static CallerIdentity of(WSCredential credential)
      throws CredentialDestroyedException, CredentialExpiredException {
    return new CallerIdentity(
        String.valueOf(credential.getRealmName()),
        String.valueOf(credential.getUniqueSecurityName()));
  }

  /**
   * Whether it is the user of this name whom Farol keeps, and nobody of a directory who is called
   * the same: only Farol's ids have the name with an epoch after it.
   */
  boolean isFarols(String name) {
    return id.contains(name + "#");
  }
}

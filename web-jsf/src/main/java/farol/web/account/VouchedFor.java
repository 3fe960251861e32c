package farol.web.account;

import com.ibm.websphere.security.WSSecurityException;
import com.ibm.websphere.security.auth.CredentialDestroyedException;
import com.ibm.websphere.security.auth.WSSubject;
import com.ibm.websphere.security.cred.WSCredential;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.login.CredentialExpiredException;
import org.jspecify.annotations.Nullable;

/** Those whom the server knows by a provider's word, and not by a sign-in of Farol. */
final class VouchedFor {
  /** What {@code etc/sign-in/openid-connect.xml} calls the provider's people. */
  private static final String REALM = "provider";

  private VouchedFor() {}

  /** Whether whoever makes the request under way is one. */
  static boolean isCaller() {
    try {
      @Nullable Subject caller = WSSubject.getCallerSubject();
      Set<WSCredential> credentials =
          caller == null ? Set.of() : caller.getPublicCredentials(WSCredential.class);
      for (WSCredential credential : credentials) {
        if (REALM.equals(credential.getRealmName())) {
          return true;
        }
      }
      return false;
    } catch (WSSecurityException
        | CredentialDestroyedException
        | CredentialExpiredException ended) {
      return false;
    }
  }
}

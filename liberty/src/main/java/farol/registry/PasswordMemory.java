package farol.registry;

import farol.domain.user.PasswordHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which passwords have been found right lately, so that a script that sends its own with every
 * request does not cost the work of a hash each time. Remembered beside the very hash, so another
 * password makes an end of it; by a key that only this process has, and for few users.
 */
final class PasswordMemory {
  private static final int MOST = 200;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key = newKey();
  private final Map<String, byte[]> right =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > MOST;
            }
          });

  boolean matches(PasswordHash hash, String password) {
    byte[] digest = digest(password);
    byte[] known = right.get(hash.text());
    if (known != null && MessageDigest.isEqual(known, digest)) {
      return true;
    }
    if (!hash.matches(password)) {
      return false;
    }
    right.put(hash.text(), digest);
    return true;
  }

  private byte[] digest(String password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(password.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static SecretKeySpec newKey() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, ALGORITHM);
  }
}

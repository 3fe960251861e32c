package farol.domain.monitored;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the tokens of collectors, so that the database, its logs and its backups show none to
 * anybody who does not have the key as well. AES-256-GCM; a sealed token can be opened only beside
 * the hash that it was sealed with, so that none passes for another's.
 *
 * <p>Sealed is: a byte for the version of this form, 12 random bytes, the encrypted token with its
 * tag of 16 bytes.
 */
public final class TokenSeal {
  /** Bytes of a key. */
  public static final int KEY_BYTES = 32;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int SEALED_BYTES = 1 + NONCE_BYTES + CollectorToken.LENGTH + TAG_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  private TokenSeal(SecretKey key) {
    this.key = key;
  }

  /**
   * The seal of an installation.
   *
   * @param key 32 bytes in Base64
   */
  public static TokenSeal of(String key) {
    byte[] bytes = Base64.getDecoder().decode(key);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "the key of a seal must have " + KEY_BYTES + " bytes, got " + bytes.length);
    }
    return new TokenSeal(new SecretKeySpec(bytes, "AES"));
  }

  /** The token, encrypted; another time it comes out otherwise. */
  public byte[] seal(CollectorToken token) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] encrypted =
          cipher(Cipher.ENCRYPT_MODE, nonce, token.hash())
              .doFinal(token.value().getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.allocate(SEALED_BYTES).put(VERSION).put(nonce).put(encrypted).array();
    } catch (GeneralSecurityException e) {
      throw withoutAes(e);
    }
  }

  /**
   * The token that was sealed.
   *
   * @param hash that of the token
   * @throws BrokenSealException if it was sealed with another key or for another hash, or changed
   *     since
   */
  public CollectorToken open(byte[] sealed, TokenHash hash) {
    if (sealed.length != SEALED_BYTES || sealed[0] != VERSION) {
      throw new BrokenSealException(hash);
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    byte[] encrypted = Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, SEALED_BYTES);
    try {
      byte[] token = cipher(Cipher.DECRYPT_MODE, nonce, hash).doFinal(encrypted);
      return new CollectorToken(new String(token, StandardCharsets.US_ASCII));
    } catch (AEADBadTagException e) {
      throw new BrokenSealException(hash);
    } catch (GeneralSecurityException e) {
      throw withoutAes(e);
    }
  }

  /** Tells this key from others and is of no other use: 32 bytes that the database may keep. */
  public byte[] fingerprint() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal("farol collector tokens".getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, TokenHash hash) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
    cipher.updateAAD(hash.bytes());
    return cipher;
  }

  private static IllegalStateException withoutAes(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform has AES-GCM", e);
  }
}

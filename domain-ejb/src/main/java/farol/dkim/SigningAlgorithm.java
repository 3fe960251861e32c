package farol.dkim;

import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to sign that count; {@code rsa-sha1} is none (RFC 8301, section 3.1). */
enum SigningAlgorithm {
  RSA("rsa", "RSA", "SHA256withRSA") {
    @Override
    void require(PublicKey key) throws FlawException {
      FlawException.require(
          ((RSAPublicKey) key).getModulus().bitLength() >= SHORTEST_RSA, DkimFlaw.KEY_TOO_SHORT);
    }
  },

  /** Signs the hash of what RSA signs; its key is published bare (RFC 8463, sections 3 and 4). */
  ED25519("ed25519", "Ed25519", "Ed25519") {
    @Override
    byte[] encoded(byte[] published) throws FlawException {
      FlawException.require(published.length == ED25519_BYTES, DkimFlaw.KEY_UNUSABLE);
      byte[] encoded = new byte[ED25519_START.length + ED25519_BYTES];
      System.arraycopy(ED25519_START, 0, encoded, 0, ED25519_START.length);
      System.arraycopy(published, 0, encoded, ED25519_START.length, ED25519_BYTES);
      return encoded;
    }

    @Override
    byte[] message(byte[] header) throws NoSuchAlgorithmException {
      return MessageDigest.getInstance("SHA-256").digest(header);
    }
  };

  private static final int SHORTEST_RSA = 1024; // bits; RFC 8301, section 3.2
  private static final int ED25519_BYTES = 32;

  /** What is before the key where Java reads it (RFC 8410, section 4). */
  private static final byte[] ED25519_START = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String keyType;
  private final String keyAlgorithm;
  private final String scheme;

  SigningAlgorithm(String keyType, String keyAlgorithm, String scheme) {
    this.keyType = keyType;
    this.keyAlgorithm = keyAlgorithm;
    this.scheme = scheme;
  }

  /**
   * @param name the value of {@code a=}
   */
  static Optional<SigningAlgorithm> of(String name) {
    return Stream.of(values()).filter(known -> name.equals(known.keyType + "-sha256")).findFirst();
  }

  /** The value of {@code k=}. */
  String keyType() {
    return keyType;
  }

  /**
   * Whether a signature is over a header.
   *
   * @param published the key, as {@code p=} has it
   */
  boolean verify(byte[] published, byte[] header, byte[] signature) throws FlawException {
    try {
      PublicKey key = key(published);
      require(key);
      Signature verifier = Signature.getInstance(scheme);
      verifier.initVerify(key);
      verifier.update(message(header));
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false; // of a length that no signature of this key has
    } catch (InvalidKeyException | InvalidKeySpecException e) {
      throw new FlawException(DkimFlaw.KEY_UNUSABLE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java must have " + scheme, e);
    }
  }

  private PublicKey key(byte[] published)
      throws FlawException, InvalidKeySpecException, NoSuchAlgorithmException {
    return KeyFactory.getInstance(keyAlgorithm)
        .generatePublic(new X509EncodedKeySpec(encoded(published)));
  }

  /** As a certificate has a key. */
  byte[] encoded(byte[] published) throws FlawException {
    return published;
  }

  void require(PublicKey key) throws FlawException {}

  /** What is signed of a header in its canonical form. */
  byte[] message(byte[] header) throws NoSuchAlgorithmException {
    return header;
  }
}

package farol.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate chain, the server's own certificate first, and its private key, as PEM files of the
 * operator.
 */
record PemFiles(Path certificate, Path key) {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.+?)-----END PRIVATE KEY-----", Pattern.DOTALL);

  /** When each file last changed; a file that is put in place may be older than the one before. */
  List<FileTime> lastChanged() throws StartFailure {
    try {
      return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
    } catch (IOException e) {
      throw new StartFailure("the certificate or its key can't be read (" + e + ")", e);
    }
  }

  /** Puts both into a key store, unless they do not belong together. */
  void addTo(KeyStore store, char[] password) throws StartFailure, GeneralSecurityException {
    Certificate[] chain = chain();
    PrivateKey privateKey = privateKey(chain[0].getPublicKey());
    store.setKeyEntry("farol", privateKey, password, chain);
  }

  private Certificate[] chain() throws StartFailure {
    try (InputStream in = Files.newInputStream(certificate)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (all.isEmpty()) {
        throw new StartFailure("FAROL_TLS_CERTIFICATE has no certificate: " + certificate);
      }
      return all.toArray(Certificate[]::new);
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure(
          "FAROL_TLS_CERTIFICATE " + certificate + " can't be read (" + e + ")", e);
    }
  }

  private PrivateKey privateKey(PublicKey publicKey) throws StartFailure {
    try {
      Matcher pem = PKCS8.matcher(Files.readString(key));
      if (!pem.find()) {
        throw new StartFailure(
            "FAROL_TLS_KEY must be an unencrypted PKCS #8 key (openssl pkcs8 -topk8 -nodes makes one): "
                + key);
      }
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      PrivateKey privateKey =
          KeyFactory.getInstance(publicKey.getAlgorithm())
              .generatePrivate(new PKCS8EncodedKeySpec(encoded));
      requirePair(privateKey, publicKey);
      return privateKey;
    } catch (InvalidKeySpecException e) {
      throw new StartFailure(
          "FAROL_TLS_KEY must be the "
              + publicKey.getAlgorithm()
              + " key of the first certificate of "
              + certificate
              + " ("
              + e.getMessage()
              + ")",
          e);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new StartFailure("FAROL_TLS_KEY " + key + " can't be read (" + e + ")", e);
    }
  }

  private void requirePair(PrivateKey privateKey, PublicKey publicKey)
      throws GeneralSecurityException, StartFailure {
    String algorithm =
        switch (publicKey.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> publicKey.getAlgorithm();
        };
    Signature signature = Signature.getInstance(algorithm);
    byte[] probe = {1};
    signature.initSign(privateKey);
    signature.update(probe);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(probe);
    if (!signature.verify(signed)) {
      throw new StartFailure(
          "FAROL_TLS_KEY does not belong to the first certificate of " + certificate);
    }
  }
}

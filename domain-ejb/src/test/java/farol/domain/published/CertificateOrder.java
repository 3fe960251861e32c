package farol.domain.published;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.DSAPrivateKeySpec;
import java.security.spec.DSAPublicKeySpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate to be made for a test. What is not said is as it should be. */
public final class CertificateOrder {
  /** The present, to all certificates of tests. */
  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static final AtomicLong SERIAL_NUMBERS = new AtomicLong(1);

  private final String subject;
  private String[] names = {};
  private Instant from = NOW.minus(Duration.ofDays(30));
  private Instant until = NOW.plus(Duration.ofDays(90));
  private KeyPair keys = ellipticKeys();
  private String signature = "SHA256withECDSA";
  private @Nullable KeyPurposeId purpose;
  private @Nullable BasicConstraints constraints;

  private CertificateOrder(String subject) {
    this.subject = subject;
  }

  /** For a server whose alternative names are these. */
  public static CertificateOrder forServer(String... names) {
    CertificateOrder order = new CertificateOrder("CN=server");
    order.names = names;
    return order;
  }

  public static CertificateOrder forAuthority(String name) {
    CertificateOrder order = new CertificateOrder("CN=" + name);
    order.constraints = new BasicConstraints(true);
    return order.valid(NOW.minus(Duration.ofDays(1000)), NOW.plus(Duration.ofDays(1000)));
  }

  /** Without alternative names. */
  static CertificateOrder forSubject(String subject) {
    return new CertificateOrder(subject);
  }

  public CertificateOrder valid(Instant first, Instant last) {
    from = first;
    until = last;
    return this;
  }

  public CertificateOrder until(Instant last) {
    until = last;
    return this;
  }

  CertificateOrder withKeys(KeyPair pair) {
    keys = pair;
    return this;
  }

  CertificateOrder withPurpose(KeyPurposeId only) {
    purpose = only;
    return this;
  }

  /** For an authority below which so many others may be. */
  CertificateOrder withPathLength(int length) {
    constraints = new BasicConstraints(length);
    return this;
  }

  CertificateOrder withoutConstraints() {
    constraints = null;
    return this;
  }

  CertificateOrder signedWith(String algorithm) {
    signature = algorithm;
    return this;
  }

  public X509Certificate selfSigned() {
    return signed(subject, keys.getPrivate());
  }

  public X509Certificate signed(String issuer, PrivateKey key) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer),
              BigInteger.valueOf(SERIAL_NUMBERS.getAndIncrement()),
              Date.from(from),
              Date.from(until),
              new X500Name(subject),
              keys.getPublic());
      addExtensions(builder);
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(key)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addExtensions(X509v3CertificateBuilder builder) throws IOException {
    if (names.length > 0) {
      GeneralName[] general =
          Arrays.stream(names)
              .map(name -> new GeneralName(GeneralName.dNSName, name))
              .toArray(GeneralName[]::new);
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(general));
    }
    if (constraints != null) {
      builder.addExtension(Extension.basicConstraints, true, constraints);
    }
    if (purpose != null) {
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }
  }

  public PrivateKey privateKey() {
    return keys.getPrivate();
  }

  public String subject() {
    return subject;
  }

  static KeyPair ellipticKeys() {
    return keys("EC", new ECGenParameterSpec("secp256r1"));
  }

  static KeyPair rsaKeys(int bits) {
    return keys("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
  }

  /** A key whose signatures are valid, and prove nothing: both generator and public value are 1. */
  static KeyPair dsaKeys(int bits) {
    BigInteger modulus = BigInteger.ONE.setBit(bits - 1);
    BigInteger order = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    try {
      KeyFactory factory = KeyFactory.getInstance("DSA");
      return new KeyPair(
          factory.generatePublic(
              new DSAPublicKeySpec(BigInteger.ONE, modulus, order, BigInteger.ONE)),
          factory.generatePrivate(
              new DSAPrivateKeySpec(BigInteger.TEN, modulus, order, BigInteger.ONE)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package farol.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates for tests, as an authority would. */
public final class TestAuthority {
  private static final AtomicLong SERIAL = new AtomicLong();
  private static final Duration DAY = Duration.ofDays(1);

  private final X500Name name;
  private final KeyPair keys;
  private final List<X509Certificate> chain;

  private TestAuthority(X500Name name, KeyPair keys, List<X509Certificate> chain) {
    this.name = name;
    this.keys = keys;
    this.chain = chain;
  }

  /** An authority that vouches for itself. */
  public static TestAuthority root(String name) {
    KeyPair keys = newKeys();
    X500Name subject = new X500Name("CN=" + name);
    X509v3CertificateBuilder builder =
        builder(subject, subject, keys, Instant.now().minus(DAY), Instant.now().plus(DAY));
    return new TestAuthority(subject, keys, List.of(authority(builder, keys)));
  }

  /** An authority that this one vouches for. */
  public TestAuthority intermediate(String other) {
    KeyPair others = newKeys();
    X500Name subject = new X500Name("CN=" + other);
    X509v3CertificateBuilder builder =
        builder(name, subject, others, Instant.now().minus(DAY), Instant.now().plus(DAY));
    List<X509Certificate> longer = new ArrayList<>(chain);
    longer.add(0, authority(builder, keys));
    return new TestAuthority(subject, others, longer);
  }

  /** A server with these names, whose certificate is valid for a day. */
  public ServerIdentity issue(String... names) {
    return issue(Instant.now().minus(DAY), Instant.now().plus(DAY), names);
  }

  /** A server whose certificate was valid until yesterday. */
  public ServerIdentity issueExpired(String... names) {
    return issue(Instant.now().minus(DAY.multipliedBy(3)), Instant.now().minus(DAY), names);
  }

  /** A server whose certificate is valid from tomorrow on. */
  public ServerIdentity issueForLater(String... names) {
    return issue(Instant.now().plus(DAY), Instant.now().plus(DAY.multipliedBy(3)), names);
  }

  private ServerIdentity issue(Instant from, Instant until, String... names) {
    KeyPair others = newKeys();
    X509v3CertificateBuilder builder =
        builder(name, new X500Name("CN=server"), others, from, until);
    if (names.length > 0) {
      extend(builder, Extension.subjectAlternativeName, generalNames(names));
    }
    List<X509Certificate> sent = new ArrayList<>();
    sent.add(sign(builder, keys));
    // Nobody needs the root to be sent.
    sent.addAll(chain.subList(0, chain.size() - 1));
    return new ServerIdentity(others.getPrivate(), sent);
  }

  /** Writes the root's certificate into a PEM file. */
  public Path writeTo(Path folder) throws IOException {
    return Files.writeString(folder.resolve("authorities.pem"), pem(), US_ASCII);
  }

  /** The root's certificate in PEM. */
  public String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(chain.get(chain.size() - 1).getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GeneralNames generalNames(String... names) {
    return new GeneralNames(
        Stream.of(names)
            .map(other -> new GeneralName(GeneralName.dNSName, other))
            .toArray(GeneralName[]::new));
  }

  private static X509Certificate authority(X509v3CertificateBuilder builder, KeyPair issuer) {
    extend(builder, Extension.basicConstraints, new BasicConstraints(true));
    return sign(builder, issuer);
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair keys, Instant from, Instant until) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(SERIAL.incrementAndGet()),
        Date.from(from),
        Date.from(until),
        subject,
        keys.getPublic());
  }

  private static void extend(
      X509v3CertificateBuilder builder, ASN1ObjectIdentifier kind, ASN1Encodable value) {
    try {
      builder.addExtension(kind, false, value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair issuer) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

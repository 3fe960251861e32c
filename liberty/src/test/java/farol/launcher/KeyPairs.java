package farol.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Certificates and keys, made by the JDK's keytool when a test asks for them. */
final class KeyPairs {
  private static final String PASSWORD = "changeit";
  private static final Base64.Encoder MIME =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final Path folder;
  private final Path store;

  KeyPairs(Path folder) {
    this.folder = folder;
    this.store = folder.resolve("pairs.p12");
  }

  /** A self-signed pair; {@code options} name its algorithm in keytool's words. */
  KeyPairs make(String alias, String... options) throws StartFailure {
    keytool(
        "-genkeypair",
        List.of("-alias", alias, "-dname", "CN=" + alias, "-ext", "bc:critical=ca:true"),
        options);
    return this;
  }

  /** Lets one pair sign the other's certificate. */
  KeyPairs sign(String alias, String issuer) throws StartFailure {
    Path request = folder.resolve(alias + ".csr");
    Path signed = folder.resolve(alias + ".crt");
    keytool("-certreq", List.of("-alias", alias, "-file", request.toString()));
    keytool(
        "-gencert",
        List.of("-alias", issuer, "-infile", request.toString(), "-outfile", signed.toString()));
    keytool("-importcert", List.of("-alias", alias, "-noprompt", "-file", signed.toString()));
    return this;
  }

  /** The certificates of these pairs, in this order, as PEM. */
  Path certificates(String... aliases) throws Exception {
    StringBuilder pem = new StringBuilder();
    for (String alias : aliases) {
      Certificate certificate = load().getCertificate(alias);
      pem.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    return write(String.join("-", aliases) + ".pem", pem.toString());
  }

  /** The private key of a pair, as PKCS #8 in PEM. */
  Path key(String alias) throws Exception {
    return write(alias + ".key", pem("PRIVATE KEY", keyOf(alias).getEncoded()));
  }

  Key keyOf(String alias) throws Exception {
    return load().getKey(alias, PASSWORD.toCharArray());
  }

  Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  static String pem(String label, byte[] encoded) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + MIME.encodeToString(encoded)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private KeyStore load() throws Exception {
    return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
  }

  private void keytool(String command, List<String> arguments, String... options)
      throws StartFailure {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    all.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC")); // starts sooner
    all.add(command);
    all.addAll(arguments);
    all.addAll(List.of(options));
    all.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    all.addAll(List.of("-storepass", PASSWORD));
    Command.run(all, Map.of());
  }
}

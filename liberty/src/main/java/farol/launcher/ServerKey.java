package farol.launcher;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import farol.settings.Setting;
import farol.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key and certificate of both listeners, as the PKCS #12 file that the server reads and rereads
 * when it changes. From the operator's PEM files where they are set, checked before the server sees
 * them; else a self-signed ECDSA P-256 key, made once. Senders of TLS reports may ignore
 * certificate errors (RFC 8460, section 3), so even that one receives reports.
 */
final class ServerKey {
  private static final System.Logger LOGGER = System.getLogger(ServerKey.class.getName());

  private final Path keyStore;
  private final String password;
  private final Optional<PemFiles> pemFiles;
  private List<FileTime> seen = List.of();

  private ServerKey(Path keyStore, String password, Optional<PemFiles> pemFiles) {
    this.keyStore = keyStore;
    this.password = password;
    this.pemFiles = pemFiles;
  }

  static ServerKey prepare(DataDirectory data, Secrets secrets, Settings settings)
      throws StartFailure {
    Optional<PemFiles> pemFiles =
        settings
            .find(Setting.TLS_CERTIFICATE)
            .map(
                certificate ->
                    new PemFiles(Path.of(certificate), Path.of(settings.text(Setting.TLS_KEY))));
    Path folder = data.folder("keys");
    ServerKey key =
        new ServerKey(
            folder.resolve(pemFiles.isPresent() ? "given.p12" : "self-signed.p12"),
            secrets.get("keystore.password"),
            pemFiles);
    if (pemFiles.isPresent()) {
      key.seen = pemFiles.get().lastChanged();
      key.store(pemFiles.get());
    } else if (!Files.exists(key.keyStore)) {
      key.makeSelfSigned(settings.uri(Setting.PUBLIC_URL).getHost());
    }
    return key;
  }

  Path keyStore() {
    return keyStore;
  }

  String password() {
    return password;
  }

  /** Takes over changed PEM files; wrong ones are reported and the server keeps what it has. */
  void reloadIfChanged() {
    if (pemFiles.isEmpty()) {
      return;
    }
    try {
      List<FileTime> now = pemFiles.get().lastChanged();
      if (!now.equals(seen)) {
        seen = now;
        store(pemFiles.get());
        LOGGER.log(INFO, () -> "certificate reloaded from " + pemFiles.get().certificate());
      }
    } catch (StartFailure wrong) {
      LOGGER.log(WARNING, () -> "the certificate is not reloaded: " + wrong.getMessage());
    }
  }

  private void store(PemFiles files) throws StartFailure {
    Path next = keyStore.resolveSibling(keyStore.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(next)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      files.addTo(store, password.toCharArray());
      store.store(out, password.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure("the certificate can't be stored in " + keyStore + " (" + e + ")", e);
    }
    moveInPlace(next);
  }

  private void makeSelfSigned(String publicHost) throws StartFailure {
    Path next = keyStore.resolveSibling(keyStore.getFileName() + ".new");
    Command.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "farol",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-sigalg",
            "SHA256withECDSA",
            "-validity",
            "3650",
            "-dname",
            "CN=" + publicHost,
            "-ext",
            "san=dns:localhost,ip:127.0.0.1" + (isName(publicHost) ? ",dns:" + publicHost : ""),
            "-storetype",
            "PKCS12",
            "-keystore",
            next.toString(),
            "-storepass:env",
            "KEYSTORE_PASSWORD"),
        Map.of("KEYSTORE_PASSWORD", password));
    moveInPlace(next);
  }

  private static boolean isName(String host) {
    return host.matches("[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*") && !host.equals("localhost");
  }

  private void moveInPlace(Path next) throws StartFailure {
    try {
      Files.move(next, keyStore, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartFailure(keyStore + " can't be written (" + e + ")", e);
    }
  }
}

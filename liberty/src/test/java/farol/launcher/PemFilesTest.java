package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemFilesTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir static Path folder;

  private static KeyPairs pairs;

  @BeforeAll
  static void makePairs() throws Exception {
    pairs =
        new KeyPairs(folder)
            .make("ec", "-keyalg", "EC", "-groupname", "secp256r1")
            .make("ec384", "-keyalg", "EC", "-groupname", "secp384r1")
            .make("other", "-keyalg", "EC", "-groupname", "secp256r1")
            .make("rsa", "-keyalg", "RSA", "-keysize", "2048")
            .make("ed", "-keyalg", "Ed25519")
            .make("leaf", "-keyalg", "EC", "-groupname", "secp256r1")
            .sign("leaf", "rsa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ec", "ec384", "rsa", "ed"})
  void takeACertificateWithItsKey(String alias) throws Exception {
    KeyStore store = store(new PemFiles(pairs.certificates(alias), pairs.key(alias)));

    assertThat(store.getKey("farol", PASSWORD)).isEqualTo(pairs.keyOf(alias));
    assertThat(store.getCertificateChain("farol")).hasSize(1);
  }

  @Test
  void takeAChain() throws Exception {
    KeyStore store = store(new PemFiles(pairs.certificates("leaf", "rsa"), pairs.key("leaf")));

    assertThat(store.getCertificateChain("farol")).hasSize(2);
  }

  @Test
  void takeAKeyAsOtherToolsWriteIt() throws Exception {
    String pem = Files.readString(pairs.key("ec"));
    Path key = pairs.write("odd.key", "Bag Attributes\r\n    x: y\r\n" + pem.replace("\n", "\r\n"));

    assertThat(store(new PemFiles(pairs.certificates("ec"), key)).getKey("farol", PASSWORD))
        .isEqualTo(pairs.keyOf("ec"));
  }

  static Stream<String> strangers() {
    return Stream.of("other", "ec384", "rsa", "ed");
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void refuseTheKeyOfAnotherCertificate(String stranger) throws Exception {
    Path certificate = pairs.certificates("ec");

    assertRefused(certificate, pairs.key(stranger))
        .hasMessageStartingWith("FAROL_TLS_KEY ")
        .hasMessageContaining("first certificate of " + certificate);
  }

  @Test
  void wantTheServersOwnCertificateFirst() throws Exception {
    assertRefused(pairs.certificates("rsa", "leaf"), pairs.key("leaf"))
        .hasMessageContaining("first certificate of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY"})
  void sayHowToTurnAnotherKindOfKeyIntoTheRightOne(String label) throws Exception {
    Path key = pairs.write("kind.key", KeyPairs.pem(label, new byte[] {1, 2, 3}));

    assertRefused(pairs.certificates("ec"), key)
        .hasMessageContaining("unencrypted PKCS #8 key (openssl pkcs8 -topk8 -nodes makes one)")
        .hasMessageEndingWith(key.toString());
  }

  @Test
  void sayThatAKeyIsDamaged() throws Exception {
    Path key = pairs.write("damaged.key", KeyPairs.pem("PRIVATE KEY", new byte[] {1, 2, 3}));

    assertRefused(pairs.certificates("ec"), key).hasMessageContaining("FAROL_TLS_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"})
  void sayThatThereIsNoCertificate(String text) throws Exception {
    Path certificate = pairs.write("none.pem", text);

    assertRefused(certificate, pairs.key("ec")).hasMessageContaining("FAROL_TLS_CERTIFICATE");
  }

  @Test
  void sayWhichFileIsMissing() throws Exception {
    Path missing = folder.resolve("missing.pem");

    assertRefused(missing, pairs.key("ec"))
        .hasMessageContaining("FAROL_TLS_CERTIFICATE")
        .hasMessageContaining(missing.toString());
    assertRefused(pairs.certificates("ec"), missing)
        .hasMessageContaining("FAROL_TLS_KEY")
        .hasMessageContaining(missing.toString());
    assertThatThrownBy(() -> new PemFiles(pairs.certificates("ec"), missing).lastChanged())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void changeWhenEitherFileDoes() throws Exception {
    PemFiles files = new PemFiles(pairs.certificates("ec"), pairs.key("ec"));
    Files.setLastModifiedTime(files.certificate(), FileTime.fromMillis(2_000_000));
    Files.setLastModifiedTime(files.key(), FileTime.fromMillis(2_000_000));
    List<FileTime> before = files.lastChanged();

    assertThat(files.lastChanged()).isEqualTo(before);
    Files.setLastModifiedTime(files.certificate(), FileTime.fromMillis(1_000_000));
    assertThat(files.lastChanged()).isNotEqualTo(before);
    Files.setLastModifiedTime(files.certificate(), FileTime.fromMillis(2_000_000));
    Files.setLastModifiedTime(files.key(), FileTime.fromMillis(1_000_000));
    assertThat(files.lastChanged()).isNotEqualTo(before);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      Path certificate, Path key) {
    return assertThatThrownBy(() -> store(new PemFiles(certificate, key)))
        .isInstanceOf(StartFailure.class)
        .hasMessageNotContaining("\n");
  }

  private static KeyStore store(PemFiles files) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    files.addTo(store, PASSWORD);
    return store;
  }
}

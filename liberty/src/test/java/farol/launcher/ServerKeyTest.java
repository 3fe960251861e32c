package farol.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyTest {
  @TempDir static Path shared;

  private static KeyPairs pairs;

  @TempDir Path folder;

  private DataDirectory data;

  @BeforeAll
  static void makePairs() throws Exception {
    pairs = new KeyPairs(shared).make("a", "-keyalg", "EC").make("b", "-keyalg", "EC");
  }

  @BeforeEach
  void openData() throws Exception {
    data = DataDirectory.open(folder.resolve("data"));
  }

  @AfterEach
  void closeData() throws Exception {
    data.close();
  }

  @Test
  void isSelfSignedForThePublicNameWhereNoneIsGiven() throws Exception {
    X509Certificate certificate =
        certificateOf(prepare(Map.of("FAROL_PUBLIC_URL", "https://tlsrpt.example.com")));

    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=tlsrpt.example.com");
    assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    assertThat(certificate.getSubjectAlternativeNames())
        .contains(
            List.of(2, "localhost"), List.of(2, "tlsrpt.example.com"), List.of(7, "127.0.0.1"));
  }

  @Test
  void isMadeOnce() throws Exception {
    X509Certificate made = certificateOf(prepare(Map.of()));

    assertThat(certificateOf(prepare(Map.of()))).isEqualTo(made);
  }

  @Test
  void isTheOperatorsWhereItIsGiven() throws Exception {

    assertThat(certificateOf(prepare(settings(pairs.certificates("a"), pairs.key("a")))))
        .extracting(X509Certificate::getSubjectX500Principal)
        .hasToString("CN=a");
  }

  @Test
  void isNotWhatDoesNotFit() throws Exception {

    assertThatThrownBy(() -> prepare(settings(pairs.certificates("a"), pairs.key("b"))))
        .isInstanceOf(StartFailure.class);
  }

  @Test
  void isReadAgainWhenItsFilesChange() throws Exception {
    Path certificate = pairs.certificates("a");
    Path privateKey = pairs.key("a");
    ServerKey key = prepare(settings(certificate, privateKey));
    replace(certificate, pairs.certificates("b"), 2_000);
    key.reloadIfChanged();
    assertThat(subjectOf(key)).as("while its key is not there yet").isEqualTo("CN=a");

    replace(privateKey, pairs.key("b"), 1_000); // written before the certificate, copied after it
    key.reloadIfChanged();
    assertThat(subjectOf(key)).isEqualTo("CN=b");
  }

  @Test
  void staysWhenItsFilesAreGone() throws Exception {
    Path certificate = pairs.certificates("a");
    ServerKey key = prepare(settings(certificate, pairs.key("a")));
    Files.delete(certificate);
    key.reloadIfChanged();

    assertThat(subjectOf(key)).isEqualTo("CN=a");
  }

  private ServerKey prepare(Map<String, String> environment) throws StartFailure {
    return ServerKey.prepare(data, Secrets.in(data), Settings.of(environment));
  }

  private static Map<String, String> settings(Path certificate, Path key) {
    return Map.of("FAROL_TLS_CERTIFICATE", certificate.toString(), "FAROL_TLS_KEY", key.toString());
  }

  /** Puts a file in the place of another, as changed {@code millis} after now. */
  private static void replace(Path file, Path next, long millis) throws Exception {
    FileTime now = Files.getLastModifiedTime(next);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(file, FileTime.fromMillis(now.toMillis() + millis));
  }

  private static String subjectOf(ServerKey key) throws Exception {
    return certificateOf(key).getSubjectX500Principal().getName();
  }

  private static X509Certificate certificateOf(ServerKey key) throws Exception {
    KeyStore store = KeyStore.getInstance(key.keyStore().toFile(), key.password().toCharArray());
    return (X509Certificate) store.getCertificate("farol");
  }
}

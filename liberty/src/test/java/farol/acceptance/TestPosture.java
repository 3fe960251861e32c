package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.survey.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * What looks at a domain have found, put into the database past the looks: servers on port 25 or
 * 443 of public addresses are not to be had in a test.
 */
public final class TestPosture {
  private static final String PASSWORD = "changeit";

  /** A look would find nothing of all this. */
  private static final String REST =
      "update monitored_domain set next_check_at = now() + interval '1 day' where name = ?";

  private static final String DOMAIN = "(select id from monitored_domain where name = ?)";

  private final RunningFarol farol;
  private final String domain;

  public TestPosture(RunningFarol farol, String domain) {
    this.farol = farol;
    this.domain = domain;
  }

  /** Finds something, in the place of what was found there before. */
  public TestPosture see(Observed kind, String subject, String value)
      throws IOException, SQLException {
    try (Connection database = farol.database()) {
      database.setAutoCommit(false); // so that all is of one time
      update(database, REST, domain);
      update(
          database,
          "update observation set ended_at = now() where ended_at is null and domain_id = "
              + DOMAIN
              + " and kind = ? and subject = ?",
          domain,
          kind.name(),
          subject);
      update(
          database,
          "insert into observation (domain_id, kind, subject, value, first_seen, last_seen) values"
              + " ("
              + DOMAIN
              + ", ?, ?, ?, now(), now())",
          domain,
          kind.name(),
          subject,
          value);
      database.commit();
    }
    return this;
  }

  /**
   * Makes a self-signed certificate, and keeps it.
   *
   * @param subject a distinguished name as keytool takes it
   * @param host its alternative name
   * @param days until it expires; fewer than 0 after it has
   * @return its fingerprint
   */
  public String certificate(String subject, String host, int days) throws Exception {
    byte[] der = make(subject, host, days);
    String fingerprint = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    try (Connection database = farol.database();
        PreparedStatement insert =
            database.prepareStatement("insert into certificate (fingerprint, der) values (?, ?)")) {
      insert.setString(1, fingerprint);
      insert.setBytes(2, der);
      assertThat(insert.executeUpdate()).isOne();
    }
    return fingerprint;
  }

  private static byte[] make(String subject, String host, int days)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "certificate-");
    Path store = folder.resolve("pair.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "pair",
                "-dname",
                subject,
                "-ext",
                "san=dns:" + host,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                // Whole days are left a while after it was made, too.
                "-startdate",
                (days - 100) + "d+1H",
                "-validity",
                "100",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray())
        .getCertificate("pair")
        .getEncoded();
  }

  private static void update(Connection database, String statement, String... values)
      throws SQLException {
    try (PreparedStatement update = database.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setString(i + 1, values[i]);
      }
      assertThat(update.executeUpdate()).isNotNegative();
    }
  }
}

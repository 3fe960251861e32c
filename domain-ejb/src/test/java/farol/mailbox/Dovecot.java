package farol.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import farol.probe.ServerIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real IMAP server on ports of its own of 127.0.0.1, whose users are all who know the password.
 * Its mails are in Maildirs below its folder.
 */
public final class Dovecot implements AutoCloseable {
  public static final String PASSWORD = "only-for-this-test";

  /** What tokens are signed with (RFC 7518, section 3.2). */
  static final String TOKEN_KEY = "a key that is as long as it has to be";

  private static final String PROGRAM = "/usr/sbin/dovecot";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final int tlsPort;
  private final int plainPort;
  private @Nullable Process process;

  private Dovecot(Path folder, int tlsPort, int plainPort) {
    this.folder = folder;
    this.tlsPort = tlsPort;
    this.plainPort = plainPort;
  }

  /**
   * Starts one.
   *
   * @param folder an empty one with a short path, for sockets have room for a hundred characters
   * @param settings lines in addition to the usual ones
   */
  public static Dovecot start(Path folder, ServerIdentity identity, String settings)
      throws IOException {
    if (!Files.isExecutable(Path.of(PROGRAM))) {
      throw new IllegalStateException(
          "Tests of mailboxes need Dovecot: run build/test-setup, which installs dovecot-imapd");
    }
    try (ServerSocket tls = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Dovecot server = new Dovecot(folder, tls.getLocalPort(), plain.getLocalPort());
      server.configure(identity, settings);
      tls.close();
      plain.close();
      server.run();
      return server;
    }
  }

  public int tlsPort() {
    return tlsPort;
  }

  public int plainPort() {
    return plainPort;
  }

  /** The mails of a user. */
  public Path maildir(String user) {
    return folder.resolve("mail").resolve(user);
  }

  /** Makes the Maildir of a user, so that both the server and the test can write there. */
  public void addUser(String user) throws IOException {
    openForAll(Files.createDirectory(maildir(user)));
    for (String part : List.of("new", "cur", "tmp")) {
      openForAll(Files.createDirectory(maildir(user).resolve(part)));
    }
  }

  private static void openForAll(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /** Has it do something as its administrator. */
  public void administer(String... command) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("doveadm", "-c", folder.resolve("dovecot.conf").toString()));
    words.addAll(List.of(command));
    Process doveadm =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("doveadm").toFile())
            .start();
    if (exit(doveadm) != 0) {
      throw new IOException(words + ": " + Files.readString(folder.resolve("doveadm")));
    }
  }

  /** Runs it until {@link #stop}. */
  public void run() throws IOException {
    process =
        new ProcessBuilder(PROGRAM, "-F", "-c", folder.resolve("dovecot.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed").toFile())
            .start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("Dovecot does not start: " + printed());
      }
      Thread.onSpinWait();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), plainPort);
        InputStream in = socket.getInputStream()) {
      return in.read() == '*';
    } catch (IOException e) {
      return false;
    }
  }

  private String printed() throws IOException {
    StringBuilder printed = new StringBuilder();
    for (String file : List.of("printed", "log")) {
      if (Files.exists(folder.resolve(file))) {
        printed.append(Files.readString(folder.resolve(file)));
      }
    }
    return printed.toString();
  }

  /** Ends it and all its connections. */
  public void stop() throws IOException {
    Process running = process;
    if (running != null) {
      List<ProcessHandle> all = running.descendants().toList();
      running.destroy();
      exit(running);
      all.forEach(ProcessHandle::destroyForcibly);
      process = null;
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private static int exit(Process ending) throws IOException {
    try {
      if (!ending.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        ending.destroyForcibly();
        throw new IOException("it does not end");
      }
      return ending.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void configure(ServerIdentity identity, String settings) throws IOException {
    openForAll(folder);
    openForAll(Files.createDirectory(folder.resolve("mail")));
    Path keys = Files.createDirectories(folder.resolve("keys/default/HS256"));
    Files.writeString(
        keys.resolve("default"),
        Base64.getEncoder().encodeToString(TOKEN_KEY.getBytes(StandardCharsets.UTF_8)));
    Files.writeString(
        folder.resolve("oauth2.conf"),
        """
        introspection_mode = local
        local_validation_key_dict = fs:posix:prefix=%s/keys/
        """
            .formatted(folder));
    Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", identity.key().getEncoded()));
    StringBuilder chain = new StringBuilder();
    for (X509Certificate each : identity.chain()) {
      chain.append(pem("CERTIFICATE", encoded(each)));
    }
    Files.writeString(folder.resolve("cert.pem"), chain);
    Files.writeString(
        folder.resolve("dovecot.conf"),
        configuration().replace("FOLDER", folder.toString()) + settings);
  }

  private String configuration() {
    return """
    base_dir = FOLDER/run
    state_dir = FOLDER/state
    log_path = FOLDER/log
    protocols = imap
    listen = 127.0.0.1
    ssl = required
    ssl_cert = <FOLDER/cert.pem
    ssl_key = <FOLDER/key.pem
    mail_location = maildir:FOLDER/mail/%u
    mail_fsync = never
    maildir_very_dirty_syncs = yes
    auth_mechanisms = plain xoauth2
    auth_failure_delay = 0
    passdb {
      driver = static
      mechanisms = plain
      args = password=PASSWORD
    }
    passdb {
      driver = oauth2
      mechanisms = xoauth2
      args = FOLDER/oauth2.conf
    }
    service imap-login {
      inet_listener imap {
        port = PLAIN_PORT
      }
      inet_listener imaps {
        port = TLS_PORT
        ssl = yes
      }
    }
    """
            .replace("PASSWORD", PASSWORD)
            .replace("PLAIN_PORT", String.valueOf(plainPort))
            .replace("TLS_PORT", String.valueOf(tlsPort))
        + (isRoot() ? AS_ROOT : asOneself());
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  // No mail is read as root; user mail is there on every Debian.
  private static final String AS_ROOT =
      """
      first_valid_uid = 1
      userdb {
        driver = static
        args = allow_all_users=yes uid=mail gid=mail home=FOLDER/home/%u
      }
      """;

  /** All of it as whoever runs the test, who may not shut processes in folders. */
  private static String asOneself() {
    return """
    first_valid_uid = 1
    default_internal_user = USER
    default_login_user = USER
    service anvil {
      chroot =
    }
    service imap-login {
      chroot =
    }
    service stats {
      chroot =
    }
    userdb {
      driver = static
      args = allow_all_users=yes uid=USER home=FOLDER/home/%u
    }
    """
        .replace("USER", System.getProperty("user.name"));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            what, Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der), what);
  }
}

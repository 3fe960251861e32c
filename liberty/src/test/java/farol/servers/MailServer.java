package farol.servers;

import farol.network.IpAddress;
import farol.probe.ServerIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Postfix with a configuration and a queue of its own, and in it a server with a certificate of its
 * own for each state that has one.
 */
final class MailServer implements AutoCloseable {
  static final String IPV6 = "::1";

  private static final int PORT = 25;
  private static final List<String> SERVICES =
      List.of(
          "tlsmgr unix - - n 1000? 1 tlsmgr",
          "anvil unix - - n - 1 anvil",
          "postlog unix-dgram n - n - 1 postlogd");
  private static final List<String> WITHOUT_SERVER =
      List.of("none", "null", "address", "no-address", "closed", "forbidden");

  private final Path folder;
  private final Thread end = new Thread(this::stop, "stop-postfix");

  private MailServer(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(end);
  }

  /**
   * Starts it.
   *
   * @param folder of nobody else, that every user may enter
   */
  static MailServer start(Path folder, Map<State, ServerIdentity> identities)
      throws IOException, InterruptedException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Program.run(folder, "chown", "postfix", data.toString());
    Files.createDirectory(folder.resolve("queue"));
    Files.writeString(folder.resolve("main.cf"), main(folder));
    List<InetSocketAddress> listening = new ArrayList<>();
    List<String> services = new ArrayList<>(SERVICES);
    for (Map.Entry<State, ServerIdentity> each : identities.entrySet()) {
      State state = each.getKey();
      if (!WITHOUT_SERVER.contains(state.mail())) {
        Path pem = folder.resolve(state.domain() + ".pem");
        Certificates.write(each.getValue(), pem);
        services.add(service(state.mailAddress(), state.mail(), pem));
        listening.add(new InetSocketAddress(state.mailAddress(), PORT));
        if (state.mail().equals("ipv6") && hasIpv6()) {
          services.add(service("[" + IPV6 + "]", state.mail(), pem));
        }
      }
    }
    Files.write(folder.resolve("master.cf"), services);
    Program.run(folder, "postfix", "-c", folder.toString(), "start");
    MailServer server = new MailServer(folder);
    Program.awaitListening(listening, folder.resolve("mail.log"));
    return server;
  }

  /** Whether a server can listen on port 25 of {@link #IPV6}. */
  static boolean hasIpv6() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(IpAddress.parse(IPV6).orElseThrow().inetAddress(), PORT));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String main(Path folder) {
    return """
    compatibility_level = 3.6
    queue_directory = %1$s/queue
    data_directory = %1$s/data
    command_directory = /usr/sbin
    daemon_directory = /usr/lib/postfix/sbin
    mail_owner = postfix
    setgid_group = postdrop
    maillog_file = %1$s/mail.log
    maillog_file_prefixes = %1$s
    myhostname = mail.example
    mydestination =
    local_recipient_maps =
    alias_maps =
    alias_database =
    mynetworks = 127.0.0.0/8, [::1]/128
    smtpd_peername_lookup = no
    smtpd_tls_security_level = may
    """
        .formatted(folder);
  }

  private static String service(String address, String kind, Path pem) {
    return address
        + ":25 inet n - n - - smtpd"
        + switch (kind) {
          case "no-starttls" -> " -o smtpd_tls_security_level=none";
          case "no-key" -> " -o smtpd_tls_chain_files=" + pem + ".missing";
          case "rejecting" ->
              " -o smtpd_delay_reject=no -o smtpd_client_restrictions=reject"
                  + " -o smtpd_tls_chain_files="
                  + pem;
          case "tls-1.2" -> " -o smtpd_tls_protocols=TLSv1.2 -o smtpd_tls_chain_files=" + pem;
          case "old-tls" ->
              " -o smtpd_tls_protocols=TLSv1.1 -o tls_medium_cipherlist=ALL:@SECLEVEL=0"
                  + " -o smtpd_tls_chain_files="
                  + pem;
          default -> " -o smtpd_tls_chain_files=" + pem;
        };
  }

  private void stop() {
    try {
      Program.run(folder, "postfix", "-c", folder.toString(), "stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(end);
    stop();
  }
}

package farol.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** nginx with a policy host for each state that has one. */
final class PolicyServer implements AutoCloseable {
  private final Path folder;
  private final Certificates certificates;
  private @Nullable Program nginx;

  PolicyServer(Path folder, Certificates certificates) {
    this.folder = folder;
    this.certificates = certificates;
  }

  /** Serves what there is to serve at the first look, or at the second. */
  void publish(List<State> states, int look) throws IOException, InterruptedException {
    close();
    List<State> served = states.stream().filter(PolicyServer::isServed).toList();
    StringBuilder servers = new StringBuilder();
    for (State state : served) {
      servers.append(server(state, look));
    }
    Path configuration =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off;
            user root;
            worker_processes 1;
            pid "%1$s/nginx.pid";
            error_log stderr;
            events { worker_connections 128; }
            http {
              access_log "%1$s/access.log";
              client_body_temp_path "%1$s/body";
              proxy_temp_path "%1$s/proxy";
              fastcgi_temp_path "%1$s/fastcgi";
              uwsgi_temp_path "%1$s/uwsgi";
              scgi_temp_path "%1$s/scgi";
            %2$s}
            """
                .formatted(folder, servers));
    nginx =
        Program.start(
            folder.resolve("nginx.log"),
            served.stream()
                .map(state -> new InetSocketAddress(state.policyAddress(), 443))
                .toList(),
            "nginx",
            "-p",
            folder.toString(),
            "-e",
            "stderr",
            "-c",
            configuration.toString());
  }

  private static boolean isServed(State state) {
    return !List.of("", "closed", "no-address").contains(state.web());
  }

  private String server(State state, int look) throws IOException {
    Path pem = folder.resolve(state.domain() + ".pem");
    if (look == 1 || state.get("later").equals("certificate")) {
      Certificates.write(certificates.of(state.web(), state.policyHost()), pem);
    }
    return """
      server {
        listen %1$s:443%2$s;
        server_name %3$s;
        ssl_certificate "%4$s";
        ssl_certificate_key "%4$s";
        %5$s
        root "%6$s";
        types { }
        default_type %7$s;
        %8$s
      }
    """
        .formatted(
            state.policyAddress(),
            state.web().equals("no-tls") ? "" : " ssl",
            state.policyHost(),
            pem,
            state.web().equals("old-tls")
                ? "ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;"
                : "",
            content(state, look),
            mediaType(state),
            rule(state));
  }

  private static String mediaType(State state) {
    return switch (state.web()) {
      case "html" -> "text/html";
      case "octets" -> "application/octet-stream";
      default -> "text/plain";
    };
  }

  private static String rule(State state) {
    return switch (state.web()) {
      case "redirect" -> "return 301 https://www." + state.domain() + "$request_uri;";
      case "error" -> "return 503;";
      default -> "";
    };
  }

  /** A folder of files as they are asked for. */
  private Path content(State state, int look) throws IOException {
    Path root = folder.resolve(state.domain());
    Path policy = root.resolve(".well-known/mta-sts.txt");
    Files.createDirectories(policy.getParent());
    boolean isGone = look == 2 && state.get("later").equals("404");
    if (state.web().equals("404") || isGone) {
      Files.deleteIfExists(policy);
    } else {
      Files.writeString(policy, body(state, look));
    }
    return root;
  }

  private static String body(State state, int look) {
    boolean isAnother = look == 2 && List.of("policy", "both").contains(state.get("later"));
    String body =
        "version: STSv1\r\nmode: %s\r\nmx: %s\r\nmax_age: %d\r\n"
            .formatted(
                state.get("sts"),
                state.get("names").isEmpty() ? state.mailHost() : state.get("names"),
                isAnother ? 1_209_600 : 604_800);
    return switch (state.web()) {
      case "html" -> "<!DOCTYPE html>\n<html><body>Welcome</body></html>\n";
      case "large" -> body + "mx: *.example\r\n".repeat(5_000);
      default -> body;
    };
  }

  @Override
  public void close() {
    if (nginx != null) {
      nginx.close();
    }
  }
}

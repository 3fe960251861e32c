package farol.mailbox;

import farol.domain.mailbox.Mailbox;
import farol.domain.mailbox.UntrustedServerException;
import farol.mailbox.ImapServer.Protection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an operator says of a mailbox on an IMAP server. */
final class ImapOptions {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String AFTERWARDS = "afterwards";
  private static final String AUTHORITIES = "ca-file";

  private final MailboxOptions options;
  private final URI url;

  ImapOptions(MailboxOptions options, String url) {
    this.options = options;
    this.url = uri(options, url);
  }

  private static URI uri(MailboxOptions options, String url) {
    try {
      URI uri = new URI(url);
      String user = uri.getRawUserInfo();
      if (uri.getHost() != null && user != null && !user.isEmpty() && isPlain(uri)) {
        if (user.contains(":")) {
          throw options.wrong(
              ConfiguredMailbox.URL, "without a password, which has options of its own");
        }
        return uri;
      }
    } catch (URISyntaxException e) {
      throw options.wrong(ConfiguredMailbox.URL, ConfiguredMailbox.URL_RULE);
    }
    throw options.wrong(ConfiguredMailbox.URL, ConfiguredMailbox.URL_RULE);
  }

  private static boolean isPlain(URI uri) {
    return uri.getRawQuery() == null && uri.getRawFragment() == null;
  }

  Function<Clock, Mailbox> mailbox(Protection protection, int usualPort) {
    int port = url.getPort() < 0 ? usualPort : url.getPort();
    ImapServer server = new ImapServer(host(), port, protection, authorities(), PATIENCE);
    SignIn signIn = signIn();
    Afterwards afterwards = afterwards();
    return clock -> new ImapMailbox(options.name(), server, signIn, folder(), afterwards, clock);
  }

  /** Brackets are for URLs only. */
  private String host() {
    return url.getHost().replaceAll("[\\[\\]]", "");
  }

  private String folder() {
    String path = url.getPath().replaceFirst("^/", "");
    return path.isEmpty() ? "INBOX" : path;
  }

  private @Nullable Path authorities() {
    String value = options.take(AUTHORITIES);
    if (value == null) {
      return null;
    }
    Path file = options.path(AUTHORITIES, value);
    try {
      var unused = ServerTrust.sockets(file, new ImapPatience(PATIENCE));
      return file;
    } catch (UntrustedServerException e) {
      throw options.wrong(AUTHORITIES, "a readable file with certificates in PEM");
    }
  }

  private SignIn signIn() {
    List<SignIn> ways = new ArrayList<>();
    add(ways, SignIn.Method.PASSWORD, "password");
    add(ways, SignIn.Method.BEARER_TOKEN, "token");
    if (ways.size() != 1) {
      throw new IllegalArgumentException(
          options.name()
              + " must have one of password-file, password-command, token-file, token-command");
    }
    return ways.get(0);
  }

  private void add(List<SignIn> ways, SignIn.Method method, String what) {
    String file = options.take(what + "-file");
    if (file != null) {
      Path path = options.path(what + "-file", file);
      if (!Files.isReadable(path)) {
        throw options.wrong(what + "-file", "a readable file");
      }
      ways.add(new SignIn(url.getUserInfo(), method, Secret.inFile(path)));
    }
    String command = options.take(what + "-command");
    if (command != null) {
      ways.add(
          new SignIn(
              url.getUserInfo(), method, Secret.printedBy(List.of(command.split("\\s+", -1)))));
    }
  }

  private Afterwards afterwards() {
    String value = options.take(AFTERWARDS);
    if (value == null) {
      return Afterwards.MOVE;
    }
    for (Afterwards each : Afterwards.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    throw options.wrong(AFTERWARDS, "move or flag");
  }
}

package farol.mailbox;

import farol.domain.mailbox.MailboxAwayException;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.SignInRefusedException;
import farol.domain.mailbox.UntrustedServerException;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;

/** A connection to an IMAP server, over TLS and signed in. */
final class ImapConnection implements AutoCloseable {
  private static final String NAME = "imap";
  private static final String PREFIX = "mail." + NAME + ".";

  private final ImapServer server;
  private final ImapPatience patience;
  private final IMAPProtocol protocol;

  private ImapConnection(ImapServer server, ImapPatience patience, IMAPProtocol protocol) {
    this.server = server;
    this.patience = patience;
    this.protocol = protocol;
  }

  /** Connects, and signs in. */
  static ImapConnection open(ImapServer server, SignIn signIn) throws MailboxException {
    ImapPatience patience = new ImapPatience(server.patience());
    ImapConnection connection = new ImapConnection(server, patience, connect(server, patience));
    boolean ready = false;
    try {
      connection.secure();
      connection.signIn(signIn);
      ready = true;
      return connection;
    } finally {
      if (!ready) {
        connection.protocol.disconnect();
      }
    }
  }

  private static IMAPProtocol connect(ImapServer server, ImapPatience patience)
      throws MailboxException {
    try {
      return new IMAPProtocol(
          NAME,
          server.host(),
          server.port(),
          properties(server, patience),
          server.protection() == ImapServer.Protection.TLS,
          silence());
    } catch (IOException | ProtocolException e) {
      throw failure(server, e);
    } catch (IndexOutOfBoundsException e) {
      throw unreadable(server, e);
    }
  }

  private static Properties properties(ImapServer server, ImapPatience patience)
      throws UntrustedServerException {
    Properties properties = new Properties();
    properties.put(PREFIX + "socketFactory", new ImapSockets.InTheClear(patience));
    properties.put(
        PREFIX + "ssl.socketFactory", ServerTrust.sockets(server.authorities(), patience));
    // Else a server that is not trusted would be tried again with the trust of Java itself.
    properties.setProperty(PREFIX + "socketFactory.fallback", "false");
    properties.setProperty(PREFIX + "ssl.checkserveridentity", "true");
    properties.setProperty(PREFIX + "ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.setProperty(PREFIX + "connectiontimeout", String.valueOf(patience.millis()));
    return properties;
  }

  /** Of what goes over the connection, nothing is printed. */
  private static MailLogger silence() {
    return new MailLogger(
        ImapConnection.class,
        NAME,
        false,
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  /** What came in the clear before is forgotten, for anybody may have said it. */
  private void secure() throws MailboxException {
    if (server.protection() == ImapServer.Protection.TLS) {
      return;
    }
    try {
      var unused =
          ask(
              session -> {
                session.startTLS();
                session.capability();
                return session.isSSL();
              });
    } catch (ImapRefusal e) {
      throw new UntrustedServerException(server + " offers no TLS: " + e.said(), e);
    }
  }

  private void signIn(SignIn signIn) throws MailboxException {
    String secret = signIn.secret().reveal();
    try {
      ask(session -> present(session, signIn, secret));
    } catch (ImapRefusal e) {
      // RFC 5530, section 3: what vouches for users is away itself
      if (e.said().contains("[UNAVAILABLE]")) {
        throw new MailboxAwayException(server + " can't sign in anybody: " + e.said(), e);
      }
      throw new SignInRefusedException(server + " refuses " + signIn + ": " + e.said(), e);
    }
  }

  /** What a server can do, some tell only those who have signed in. */
  private static boolean present(IMAPProtocol session, SignIn signIn, String secret)
      throws ProtocolException {
    switch (signIn.method()) {
      case BEARER_TOKEN -> session.authoauth2(signIn.user(), secret);
      case PASSWORD -> {
        if (session.hasCapability("AUTH=PLAIN")) {
          session.authplain("", signIn.user(), secret);
        } else {
          session.login(signIn.user(), secret);
        }
      }
    }
    session.capability();
    return session.isAuthenticated();
  }

  /** What can be asked of a server. */
  @FunctionalInterface
  interface Question<T> {
    T put(IMAPProtocol session) throws ProtocolException;
  }

  /**
   * Asks the server, which has to answer in time.
   *
   * @throws ImapRefusal if it says no
   */
  <T> T ask(Question<T> question) throws MailboxException, ImapRefusal {
    patience.renew();
    try {
      return question.put(protocol);
    } catch (CommandFailedException | BadCommandException e) {
      throw new ImapRefusal(e);
    } catch (ProtocolException e) {
      throw failure(server, e);
    } catch (IndexOutOfBoundsException e) {
      protocol.disconnect();
      throw unreadable(server, e);
    }
  }

  /** Angus reads on after the end of an answer that is cut short. */
  private static MailboxException unreadable(ImapServer server, IndexOutOfBoundsException reason) {
    return new MailboxAwayException(server + " gives an answer that can't be read", reason);
  }

  private static MailboxException failure(ImapServer server, Exception reason) {
    String what = server + ": " + ImapRefusal.said(reason);
    return isUntrusted(reason)
        ? new UntrustedServerException(what, reason)
        : new MailboxAwayException(what, reason);
  }

  /** Connections that break off in the middle of a handshake are none of its failures. */
  private static boolean isUntrusted(Exception reason) {
    boolean untrusted = false;
    for (Throwable each = reason; each != null; each = each.getCause()) {
      if (each instanceof EOFException || each instanceof SocketException) {
        return false;
      }
      untrusted |= each instanceof SSLException;
    }
    return untrusted;
  }

  @Override
  public void close() {
    patience.renew();
    try {
      protocol.logout();
    } catch (ProtocolException e) {
      protocol.disconnect();
    }
  }
}

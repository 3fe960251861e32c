package farol.smtp;

import static java.lang.System.Logger.Level.DEBUG;
import static java.nio.charset.StandardCharsets.US_ASCII;

import farol.domain.lookup.OutsideText;
import farol.domain.lookup.SmtpConversation;
import farol.domain.lookup.SmtpFailure;
import farol.domain.lookup.SmtpOutcome;
import farol.domain.lookup.SmtpReply;
import farol.domain.lookup.TlsSession;
import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import farol.probe.CertificateCheck;
import farol.probe.TimedConnection;
import farol.probe.TlsHandshake;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with a mail server, up to TLS and good-bye.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3207#section-4">RFC 3207, section 4</a>
 */
final class SmtpDialogue {
  private static final System.Logger LOGGER = System.getLogger(SmtpDialogue.class.getName());
  private static final int GOODBYE_MILLIS = 1_000;

  private final TimedConnection connection;
  private final String ownName;
  private final TlsHandshake handshake;

  private Socket socket;
  private final ReplyReader replies;
  private @Nullable SmtpReply greeting;
  private @Nullable SmtpReply hello;
  private boolean injected;
  private @Nullable TlsSession tls;
  private @Nullable SmtpReply secureHello;

  /**
   * Begins one.
   *
   * @param host the server's name
   * @param ownName what to say in EHLO
   */
  SmtpDialogue(TimedConnection connection, DomainName host, String ownName) throws IOException {
    this.connection = connection;
    this.ownName = ownName;
    this.handshake = new TlsHandshake(host, CertificateCheck.ANY);
    this.socket = connection.socket();
    this.replies = new ReplyReader(socket.getInputStream());
  }

  /** Holds it; the connection is still to be closed. */
  SmtpOutcome hold() {
    try {
      greet();
      startTls();
      secureHello = hello();
      sayGoodbye();
      return new SmtpOutcome.Secured(conversation());
    } catch (ProbeFailedException e) {
      return failed(e.failure(), e.detail());
    } catch (IOException e) {
      return connection.hasExpired()
          ? failed(SmtpFailure.TOO_SLOW, "the server did not say all within the time for it")
          : failed(SmtpFailure.BAD_SMTP, quoted(e));
    }
  }

  private void greet() throws IOException, ProbeFailedException {
    SmtpReply banner = replies.read();
    greeting = banner;
    require(banner, SmtpFailure.BANNER_REFUSED);
    SmtpReply extensions = hello();
    hello = extensions;
    if (extensions.lines().stream().skip(1).noneMatch(SmtpDialogue::isStartTls)) {
      throw refused(SmtpFailure.NO_STARTTLS, "the server does not offer STARTTLS");
    }
  }

  private SmtpReply hello() throws IOException, ProbeFailedException {
    SmtpReply extensions = ask("EHLO " + ownName);
    require(extensions, SmtpFailure.EHLO_REFUSED);
    return extensions;
  }

  private static boolean isStartTls(String extension) {
    return extension.strip().toUpperCase(Locale.ROOT).equals("STARTTLS");
  }

  private void startTls() throws IOException, ProbeFailedException {
    require(ask("STARTTLS"), SmtpFailure.STARTTLS_REFUSED);
    injected = replies.dropRest();
    SSLSocket secured = secure();
    socket = secured;
    tls = handshake.session(secured);
    replies.continueWith(secured.getInputStream());
  }

  private SSLSocket secure() throws IOException, ProbeFailedException {
    try {
      return handshake.over(socket);
    } catch (IOException e) {
      if (connection.hasExpired()) {
        throw e;
      }
      throw new ProbeFailedException(SmtpFailure.TLS_FAILED, quoted(e));
    }
  }

  private SmtpReply ask(String command) throws IOException, ProbeFailedException {
    send(command);
    return replies.read();
  }

  private void send(String command) throws IOException {
    socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  private void require(SmtpReply reply, SmtpFailure otherwise) throws ProbeFailedException {
    if (!reply.isPositive()) {
      throw refused(otherwise, Excerpt.of(reply.toString()));
    }
  }

  private ProbeFailedException refused(SmtpFailure failure, String detail) {
    sayGoodbye();
    return new ProbeFailedException(failure, detail);
  }

  /** Politeness, which changes nothing of what the server has shown. */
  private void sayGoodbye() {
    try {
      socket.setSoTimeout(GOODBYE_MILLIS);
      ask("QUIT");
    } catch (IOException | ProbeFailedException e) {
      LOGGER.log(DEBUG, "a mail server did not take leave", e);
    }
  }

  private SmtpOutcome failed(SmtpFailure failure, String detail) {
    return new SmtpOutcome.Failed(failure, detail, conversation());
  }

  private SmtpConversation conversation() {
    return new SmtpConversation(greeting, hello, injected, handshake.chain(), tls, secureHello);
  }

  private static String quoted(Exception reason) {
    return Excerpt.of(OutsideText.safe(String.valueOf(reason.getMessage())));
  }
}

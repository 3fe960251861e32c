package farol.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import farol.probe.ServerIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;

/** The server's side of one conversation, as a test scripts it. */
final class MailSession {
  private Socket connection;

  MailSession(Socket connection) {
    this.connection = connection;
  }

  /** Says this, line ends included, in one piece. */
  MailSession say(String bytes) throws IOException {
    connection.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    connection.getOutputStream().flush();
    return this;
  }

  /** Waits for a command; empty when the client has gone. */
  String hear() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = connection.getInputStream().read();
        next >= 0 && next != '\n';
        next = connection.getInputStream().read()) {
      line.write(next);
    }
    return line.toString(ISO_8859_1).strip();
  }

  /** Does the server's part of a handshake, and goes on over TLS. */
  MailSession secure(ServerIdentity identity) throws IOException {
    connection = identity.secure(connection);
    return this;
  }
}

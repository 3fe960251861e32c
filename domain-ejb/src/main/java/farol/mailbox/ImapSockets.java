package farol.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.SocketFactory;
import javax.net.ssl.TrustManager;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;

/**
 * Makes a connection secure, and has an {@link ImapSocket} below TLS. Whether the certificate is
 * for that server, Angus sees to.
 */
final class ImapSockets extends MailSSLSocketFactory {
  private final ImapPatience patience;

  ImapSockets(TrustManager[] trust, ImapPatience patience) throws GeneralSecurityException {
    setTrustManagers(trust);
    this.patience = patience;
  }

  @Override
  public synchronized Socket createSocket(
      Socket connected, String host, int port, boolean closesBoth) throws IOException {
    ImapSocket below =
        connected instanceof ImapSocket clear ? clear : new ImapSocket(connected, patience);
    below.secure();
    return super.createSocket(below, host, port, closesBoth);
  }

  /** Connections that begin in the clear. Of the ways to make one, Angus uses the first. */
  static final class InTheClear extends SocketFactory {
    private final ImapPatience patience;

    InTheClear(ImapPatience patience) {
      this.patience = patience;
    }

    @Override
    public Socket createSocket() throws IOException {
      return new ImapSocket(patience);
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }
  }
}

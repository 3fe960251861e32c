package farol.acceptance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One HTTPS connection that posts report after report, as cheaply as can be, so that the server is
 * what is measured.
 */
public final class KeptConnection implements ReportSender {
  private final SSLSocket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String head;

  /**
   * Connects from the usual address, which the kernel chooses along with a port that is free
   * towards this server. To bind to a port first would be dear where thousands were used just
   * before.
   *
   * @param collector where to post
   */
  public KeptConnection(URI collector, SSLContext tls) throws IOException {
    this(collector, tls, (InetSocketAddress) null);
  }

  /**
   * Connects.
   *
   * @param collector where to post
   * @param source the loopback address to come from
   */
  KeptConnection(URI collector, SSLContext tls, String source) throws IOException {
    this(collector, tls, new InetSocketAddress(InetAddress.getByName(source), 0));
  }

  private KeptConnection(URI collector, SSLContext tls, @Nullable InetSocketAddress source)
      throws IOException {
    socket = (SSLSocket) tls.getSocketFactory().createSocket();
    if (source != null) {
      socket.bind(source);
    }
    socket.connect(new InetSocketAddress(collector.getHost(), collector.getPort()));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    in = new BufferedInputStream(socket.getInputStream(), 4_096);
    out = socket.getOutputStream();
    head =
        "POST "
            + collector.getPath()
            + " HTTP/1.1\r\nHost: "
            + collector.getAuthority()
            + "\r\nContent-Type: application/tlsrpt+gzip\r\nContent-Length: ";
  }

  @Override
  public int post(byte[] body) throws IOException {
    byte[] start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    out.write(request);
    out.flush();
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    in.skipNBytes(length);
    return Integer.parseInt(status.substring(9, 12));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package farol.acceptance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLSocket;

/**
 * An HTTPS connection on which a test says exactly what it wants, as well-behaved clients can't.
 */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 40_000;

  private final SSLSocket socket;
  private final InputStream in;

  /**
   * An answer.
   *
   * @param headers by their names in lower case
   */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** In the form of other clients' answers. */
    Client.Answer parsed() throws IOException {
      Map<String, List<String>> all = new TreeMap<>();
      headers.forEach((name, value) -> all.put(name, List.of(value)));
      return Client.answer(
          status,
          HttpHeaders.of(all, (name, value) -> true),
          body.getBytes(StandardCharsets.UTF_8));
    }

    /** The code that a problem states. */
    String code() {
      return body.replaceAll("(?s).*\"code\":\"([A-Z_]+)\".*", "$1");
    }
  }

  /**
   * Connects.
   *
   * @param source the loopback address to come from
   */
  RawConnection(URI server, String source) throws IOException {
    socket = (SSLSocket) Client.trustingAll().getSocketFactory().createSocket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(source), 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** The head of a post to a collector, whose body is framed by a header. */
  static String head(String path, String framing) {
    return "POST %s HTTP/1.1\r\nHost: rpt.example.net\r\nContent-Type: application/tlsrpt+gzip\r\n%s\r\n\r\n"
        .formatted(path, framing);
  }

  /** Posts a whole body to a collector. */
  Answer post(String path, byte[] body) throws IOException {
    send(head(path, "Content-Length: " + body.length));
    send(body);
    return answer();
  }

  Answer answer() throws IOException {
    String statusLine = line();
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(Integer.parseInt(statusLine.substring(9, 12)), headers, body);
  }

  /** Whatever comes until the server closes the connection. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** All that comes until the connection ends, in order or not. */
  String everything() {
    StringBuilder all = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        all.append((char) next);
      }
    } catch (IOException ended) {
      all.append("\n(").append(ended.getMessage()).append(')');
    }
    return all.toString();
  }

  /** Whether the server has ended the connection, with nothing more said on it. */
  boolean isClosed() throws IOException {
    return in.read() < 0;
  }

  /** Whether the server has answered, or closed the connection, without being waited for. */
  boolean isOver() throws IOException {
    socket.setSoTimeout(1);
    try {
      in.mark(1);
      if (in.read() >= 0) {
        in.reset();
      }
      return true;
    } catch (SocketTimeoutException silent) {
      return false;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  /** Closes it, whatever state it is in. */
  void abandon() {
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // Then nothing is left to close.
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection after \"" + line + '"');
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

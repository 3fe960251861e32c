package farol.fetch;

import farol.domain.lookup.OutsideText;
import farol.domain.lookup.PolicyFailure;
import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * What a policy host answers to one GET (HTTP/1.1, RFC 9112).
 *
 * @param status 200 to 999
 * @param location where it sends to, made safe to show; empty if nowhere
 * @param contentType as sent, made safe to show; empty if there is none
 * @param body of status 200; cut after the first byte that is too much
 */
@SuppressWarnings("ArrayRecordComponent") // nobody else has it
record PolicyResponse(int status, String location, String contentType, byte[] body) {
  /** The largest body that is taken (RFC 8461, section 3.3, says 64 kilobytes or more). */
  static final int MOST_BYTES = 64 * 1024;

  private static final String PATH = "/.well-known/mta-sts.txt";
  private static final int MOST_INTERIM_RESPONSES = 5;
  private static final Set<Integer> REDIRECTS =
      Set.of(
          HttpStatus.SC_MOVED_PERMANENTLY,
          HttpStatus.SC_MOVED_TEMPORARILY,
          HttpStatus.SC_SEE_OTHER,
          HttpStatus.SC_TEMPORARY_REDIRECT,
          HttpStatus.SC_PERMANENT_REDIRECT);
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxLineLength(8 * 1024).setMaxHeaderCount(100).build();

  /**
   * Asks, and reads the answer.
   *
   * @param connection left open
   * @throws HttpException if what comes is not HTTP
   * @throws IOException if it breaks off or goes beyond limits
   */
  static PolicyResponse of(Socket connection, DomainName host) throws IOException, HttpException {
    // Not closed: that would send what is left of a request, and closing is up to who connected.
    DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(LIMITS);
    http.bind(connection);
    http.sendRequestHeader(request(host));
    http.flush();
    ClassicHttpResponse response = http.receiveResponseHeader();
    for (int interim = 1; response.getCode() < HttpStatus.SC_OK; interim++) {
      if (interim > MOST_INTERIM_RESPONSES) {
        throw new ProtocolException("more than " + MOST_INTERIM_RESPONSES + " interim responses");
      }
      response = http.receiveResponseHeader();
    }
    return new PolicyResponse(
        response.getCode(),
        header(response, HttpHeaders.LOCATION),
        header(response, HttpHeaders.CONTENT_TYPE),
        response.getCode() == HttpStatus.SC_OK ? body(http, response) : new byte[0]);
  }

  private static BasicClassicHttpRequest request(DomainName host) {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest(Method.GET, PATH);
    request.addHeader(HttpHeaders.HOST, host.value());
    request.addHeader(HttpHeaders.USER_AGENT, "Farol");
    request.addHeader(HttpHeaders.ACCEPT, "text/plain");
    request.addHeader(HttpHeaders.CONNECTION, "close");
    return request;
  }

  private static String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null || header.getValue() == null
        ? ""
        : Excerpt.of(OutsideText.safe(header.getValue()));
  }

  private static byte[] body(DefaultBHttpClientConnection http, ClassicHttpResponse response)
      throws IOException, HttpException {
    http.receiveResponseEntity(response);
    return response.getEntity().getContent().readNBytes(MOST_BYTES + 1);
  }

  /** Why this is no policy; empty if it may be one. */
  Optional<PolicyFailure> failure() {
    if (status == HttpStatus.SC_OK) {
      return body.length > MOST_BYTES ? Optional.of(PolicyFailure.TOO_LARGE) : Optional.empty();
    }
    return Optional.of(REDIRECTS.contains(status) ? PolicyFailure.REDIRECT : PolicyFailure.STATUS);
  }

  /** What goes with the failure. */
  String detail() {
    if (status == HttpStatus.SC_OK) {
      return "more than " + MOST_BYTES + " bytes";
    }
    return REDIRECTS.contains(status) ? location : String.valueOf(status);
  }
}

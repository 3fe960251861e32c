package farol.fetch;

import farol.domain.lookup.OutsideText;
import farol.domain.lookup.PolicyAnswer;
import farol.domain.lookup.PolicyFailure;
import farol.domain.published.Finding;
import farol.domain.shared.DomainName;
import farol.domain.shared.Excerpt;
import farol.network.Deadline;
import farol.network.IpAddress;
import farol.probe.CertificateCheck;
import farol.probe.Dialer;
import farol.probe.NotConnectedException;
import farol.probe.TimedConnection;
import farol.probe.TlsHandshake;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.HttpException;

/** Asks one host for its policy, at the first of its addresses that can be connected to. */
final class PolicyExchange {
  private static final Set<PolicyFailure> UNREACHED =
      Set.of(
          PolicyFailure.FORBIDDEN_ADDRESS,
          PolicyFailure.CONNECT_FAILED,
          PolicyFailure.CONNECT_TIMEOUT,
          PolicyFailure.NO_ROUTE);

  private final Dialer dialer;
  private final CertificateCheck check;

  PolicyExchange(Dialer dialer, CertificateCheck check) {
    this.dialer = dialer;
    this.check = check;
  }

  /**
   * The answer of the first that can be connected to; if none can, what the last one came to.
   *
   * @param addresses at least one
   */
  PolicyAnswer withFirst(DomainName host, List<IpAddress> addresses, Deadline deadline) {
    PolicyAnswer answer = with(host, addresses.get(0), deadline);
    for (int next = 1; next < addresses.size() && isUnreached(answer); next++) {
      answer = with(host, addresses.get(next), deadline);
    }
    return answer;
  }

  private static boolean isUnreached(PolicyAnswer answer) {
    return answer.fold(fetched -> false, failed -> UNREACHED.contains(failed.failure()));
  }

  private PolicyAnswer with(DomainName host, IpAddress address, Deadline deadline) {
    try (TimedConnection connection = dialer.dial(address, deadline)) {
      return over(connection, new TlsHandshake(host, check), host, address);
    } catch (NotConnectedException e) {
      return failed(failure(e), e.detail(), address, List.of());
    }
  }

  private static PolicyFailure failure(NotConnectedException reason) {
    return switch (reason.obstacle()) {
      case FORBIDDEN -> PolicyFailure.FORBIDDEN_ADDRESS;
      case REFUSED -> PolicyFailure.CONNECT_FAILED;
      case SILENT -> PolicyFailure.CONNECT_TIMEOUT;
      case UNROUTED -> PolicyFailure.NO_ROUTE;
    };
  }

  private static PolicyAnswer over(
      TimedConnection connection, TlsHandshake handshake, DomainName host, IpAddress address) {
    SSLSocket tls;
    try {
      tls = handshake.over(connection.socket());
    } catch (IOException e) {
      return untrusted(connection, handshake, address, e);
    }
    try {
      PolicyResponse response = PolicyResponse.of(tls, host);
      return response
          .failure()
          .<PolicyAnswer>map(
              failure -> failed(failure, response.detail(), address, handshake.chain()))
          .orElseGet(
              () ->
                  new PolicyAnswer.Fetched(
                      address, handshake.session(tls), response.contentType(), response.body()));
    } catch (IOException | HttpException e) {
      return connection.hasExpired()
          ? tooSlow(address, handshake)
          : failed(PolicyFailure.BAD_HTTP, quoted(e), address, handshake.chain());
    }
  }

  private static PolicyAnswer untrusted(
      TimedConnection connection, TlsHandshake handshake, IpAddress address, IOException reason) {
    return handshake
        .problem()
        .map(problem -> failed(failure(problem), problem.message(), address, handshake.chain()))
        .orElseGet(
            () ->
                connection.hasExpired()
                    ? tooSlow(address, handshake)
                    : failed(PolicyFailure.TLS_FAILED, quoted(reason), address, handshake.chain()));
  }

  private static PolicyFailure failure(Finding problem) {
    return switch (problem.code()) {
      case "CERTIFICATE_EXPIRED", "CERTIFICATE_NOT_YET_VALID" ->
          PolicyFailure.CERTIFICATE_INVALID_DATE;
      case "CERTIFICATE_HOST_MISMATCH", "COMMON_NAME_ONLY" ->
          PolicyFailure.CERTIFICATE_INVALID_NAME;
      default -> PolicyFailure.CERTIFICATE_INVALID_ISSUER;
    };
  }

  private static PolicyAnswer tooSlow(IpAddress address, TlsHandshake handshake) {
    return failed(
        PolicyFailure.TOO_SLOW,
        address + " did not send all within the time for it",
        address,
        handshake.chain());
  }

  /** A failure without a server to blame. */
  static PolicyAnswer failed(PolicyFailure failure, String detail) {
    return new PolicyAnswer.Failed(failure, detail, null, List.of());
  }

  private static PolicyAnswer failed(
      PolicyFailure failure, String detail, IpAddress address, List<X509Certificate> chain) {
    return new PolicyAnswer.Failed(failure, detail, address, chain);
  }

  private static String quoted(Exception reason) {
    return Excerpt.of(OutsideText.safe(String.valueOf(reason.getMessage())));
  }
}

package farol.probe;

import farol.domain.published.Finding;
import farol.domain.published.PresentedChain;
import farol.domain.shared.DomainName;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Remembers the certificates of one server, and what is wrong with them. */
final class WitnessTrust extends X509ExtendedTrustManager {
  private final CertificateCheck check;
  private final DomainName name;
  private volatile List<X509Certificate> chain = List.of();
  private volatile @Nullable Finding problem;

  WitnessTrust(CertificateCheck check, DomainName name) {
    this.check = check;
    this.name = name;
  }

  List<X509Certificate> chain() {
    return chain;
  }

  Optional<Finding> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] sent, String authType)
      throws CertificateException {
    chain = List.of(sent);
    Optional<Finding> found = check.problem(new PresentedChain(chain), name);
    if (found.isPresent()) {
      problem = found.get();
      throw new CertificateException(found.get().message());
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(sent, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(sent, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] sent, String authType)
      throws CertificateException {
    throw new CertificateException("only servers are looked at here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(sent, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(sent, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}

package farol.domain.published;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** An authority of a test, which signs what it is asked to. */
record TestAuthority(String name, X509Certificate certificate, PrivateKey key) {
  static TestAuthority root(String name) {
    return root(CertificateOrder.forAuthority(name));
  }

  static TestAuthority root(CertificateOrder order) {
    return new TestAuthority(order.subject(), order.selfSigned(), order.privateKey());
  }

  /** Another authority below this one. */
  TestAuthority authority(String other) {
    return authority(CertificateOrder.forAuthority(other));
  }

  TestAuthority authority(CertificateOrder order) {
    return new TestAuthority(order.subject(), sign(order), order.privateKey());
  }

  X509Certificate sign(CertificateOrder order) {
    return order.signed(name, key);
  }
}

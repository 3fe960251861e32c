package farol.web.kit;

import farol.network.IpAddress;
import farol.network.TrustedProxies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;

/** From where requests come, past the proxies that are trusted. */
@ApplicationScoped
public class Senders {
  @Inject TrustedProxies proxies;

  public IpAddress of(HttpServletRequest request) {
    return proxies.senderOf(
        request.getRemoteAddr(),
        Collections.list(request.getHeaders(TrustedProxies.FORWARDED_FOR)));
  }
}

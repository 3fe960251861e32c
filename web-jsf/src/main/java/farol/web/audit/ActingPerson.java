package farol.web.audit;

import farol.domain.audit.Actor;
import farol.web.kit.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/**
 * Has the audit log know who changes something on a page. The API tells it by itself, once it knows
 * who calls.
 */
@WebFilter("/*")
public class ActingPerson implements Filter {
  @Inject SignedIn signedIn;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!signedIn.isKnown()) {
      chain.doFilter(request, response);
      return;
    }
    try (Actor.Turn turn = signedIn.actor().begin()) {
      chain.doFilter(request, response);
    }
  }
}

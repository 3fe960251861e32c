package farol.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads somebody whose sign-in had ended as a form was sent back to the form's page. */
@WebFilter("/sign-in")
public class SignInFromForm implements Filter {
  @Inject IntendedPage intended;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    intended.complete(
        ((HttpServletRequest) request).getHeader("Referer"), (HttpServletResponse) response);
    chain.doFilter(request, response);
  }
}

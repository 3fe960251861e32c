package farol.web.domains;

import farol.domain.account.AccountService;
import farol.domain.monitored.MonitoredDomain;
import farol.domain.monitored.MonitoredDomainService;
import farol.domain.quarantine.Quarantine;
import farol.domain.report.RawReport;
import farol.web.kit.Download;
import farol.web.kit.Key;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Hands out what was read of a refused body. */
@WebServlet("/refused-raw")
public class RefusedDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Quarantine quarantine;
  @Inject transient AccountService accounts;
  @Inject transient MonitoredDomainService domains;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long account = accounts.accountOf(request.getUserPrincipal().getName()).id();
    Optional<MonitoredDomain> domain =
        OwnDomain.nameOf(request.getParameter("name")).flatMap(name -> domains.find(account, name));
    Optional<Long> id = Key.parse(request.getParameter("id"));
    Optional<RawReport> raw =
        domain.flatMap(own -> id.flatMap(known -> quarantine.raw(own.id(), known)));
    if (raw.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Download.send(response, raw.get().body(), raw.get().fileName("refused-" + id.get()));
  }
}

package farol.web.reports;

import farol.domain.account.AccountService;
import farol.domain.report.RawReport;
import farol.domain.report.ReportArchive;
import farol.web.kit.Download;
import farol.web.kit.Key;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Hands out a report's bytes as received. */
@WebServlet("/report-raw")
public class ReportDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient ReportArchive archive;
  @Inject transient AccountService accounts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long account = accounts.accountOf(request.getUserPrincipal().getName()).id();
    Optional<Long> id = Key.parse(request.getParameter("id"));
    Optional<RawReport> raw = id.flatMap(known -> archive.raw(account, known));
    if (raw.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Download.send(response, raw.get().body(), raw.get().fileName("report-" + id.get()));
  }
}

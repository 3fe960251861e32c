package farol.web.reports;

import farol.domain.account.AccountService;
import farol.domain.report.RawReport;
import farol.domain.report.ReportArchive;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Hands out a report's bytes as received. They come from a stranger, so a browser is told to save
 * them and to guess nothing.
 */
@WebServlet("/report-raw")
public class ReportDownload extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient ReportArchive archive;
  @Inject transient AccountService accounts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long account = accounts.accountOf(request.getUserPrincipal().getName()).id();
    Optional<Long> id = ReportKey.parse(request.getParameter("id"));
    Optional<RawReport> raw = id.flatMap(known -> archive.raw(account, known));
    if (raw.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] body = raw.get().body();
    boolean gzip = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
    response.setContentType("application/octet-stream");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"report-" + id.get() + (gzip ? ".json.gz\"" : ".json\""));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}

package farol.web.domains;

import farol.web.kit.Selection;
import farol.web.print.PdfDocument;
import farol.web.print.PrintedDocument;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Hands out a domain and some days in print, with the parameters of the domain's page. */
@WebServlet("/export/domain-report.pdf")
public class DomainPrintServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient DomainPrint print;
  @Inject transient Selection selection;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    selection.read(request);
    Optional<PrintedDocument> document = print.find(request.getParameter("name"));
    if (document.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(); // a few pages; none of them half
    PdfDocument.write(document.get(), whole);
    response.setContentType("application/pdf");
    response.setContentLength(whole.size());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + request.getParameter("name") + ".pdf\"");
    whole.writeTo(response.getOutputStream());
  }
}

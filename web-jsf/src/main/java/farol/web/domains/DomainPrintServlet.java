package farol.web.domains;

import farol.domain.shared.DomainName;
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
    Optional<String> name = OwnDomain.nameOf(request.getParameter("name")).map(DomainName::value);
    Optional<PrintedDocument> document = name.flatMap(print::find);
    if (document.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(); // a few pages; none of them half
    PdfDocument.write(document.get(), whole);
    response.setContentType("application/pdf");
    response.setContentLength(whole.size());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + name.orElseThrow() + ".pdf\"");
    whole.writeTo(response.getOutputStream());
  }
}

package farol.web.imports;

import farol.domain.account.Role;
import farol.imports.ImportRefusedException;
import farol.imports.ImportUploads;
import farol.web.kit.NotAllowedException;
import farol.web.kit.Preferences;
import farol.web.kit.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Takes a file from the page of imports, as the whole body of a request: as part of a form, the
 * server would keep it on a disk twice. Only that page may send any: a browser says of each request
 * which site it comes from, and no page can make it say otherwise (Fetch Metadata).
 */
@WebServlet("/imports/upload")
public class UploadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int INSUFFICIENT_STORAGE = 507;

  /** As the page says; in a form the server would look for parameters, all of it in memory. */
  private static final String MEDIA_TYPE = "application/octet-stream";

  @Inject transient ImportUploads uploads;
  @Inject transient SignedIn signedIn;
  @Inject transient Preferences preferences;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isFromOwnPage(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      signedIn.require(Role.ANALYST);
      if (!MEDIA_TYPE.equals(request.getContentType())) {
        response.setHeader("Connection", "close"); // its body is not read
        response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        return;
      }
      String name = Objects.toString(request.getParameter("name"), "");
      uploads.receive(signedIn.accountId(), name, request.getInputStream());
      response.setStatus(HttpServletResponse.SC_CREATED);
    } catch (NotAllowedException refused) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (ImportRefusedException refused) {
      refuse(refused.reason(), response);
    }
  }

  private static boolean isFromOwnPage(HttpServletRequest request) {
    return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
  }

  /** Says it in the page's language, for the page to show. */
  private void refuse(ImportRefusedException.Reason reason, HttpServletResponse response)
      throws IOException {
    response.setStatus(
        switch (reason) {
          case TOO_MANY, CANCELLED -> HttpServletResponse.SC_CONFLICT;
          case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
          case NO_ROOM -> INSUFFICIENT_STORAGE;
          case BROKEN_OFF -> HttpServletResponse.SC_BAD_REQUEST;
          case TOO_SLOW -> HttpServletResponse.SC_REQUEST_TIMEOUT;
        });
    response.setHeader("Connection", "close"); // its body is not read
    response.setContentType("text/plain");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(preferences.getTexts().get("imports.refused." + reason.name()));
  }
}

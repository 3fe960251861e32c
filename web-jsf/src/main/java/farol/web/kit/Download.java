package farol.web.kit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Hands out bytes that come from a stranger: a browser is told to save them and to guess nothing.
 */
public final class Download {
  private Download() {}

  /**
   * Answers with the bytes.
   *
   * @param fileName plain ASCII without quotes
   */
  public static void send(HttpServletResponse response, byte[] bytes, String fileName)
      throws IOException {
    response.setContentType("application/octet-stream");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + '"');
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}

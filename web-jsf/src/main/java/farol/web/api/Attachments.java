package farol.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Bytes from a stranger, for download: a browser must not take them for a page. */
final class Attachments {
  private Attachments() {}

  static Response of(byte[] bytes, String fileName) {
    return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + '"')
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}

package farol.ingest.report;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer to a sender.
 *
 * @param entity written as JSON
 * @param headers besides those of the entity
 */
record Reply(int status, String mediaType, Object entity, Map<String, String> headers) {
  private static final Jsonb JSON = JsonbBuilder.create();

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply of(int status, String mediaType, Object entity) {
    return new Reply(status, mediaType, entity, Map.of());
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, mediaType, entity, more);
  }

  /** The connection ends with it: what follows on it may be anything. */
  Reply closing() {
    return with("Connection", "close");
  }

  void writeTo(HttpServletResponse response) throws IOException {
    byte[] body = JSON.toJson(entity).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}

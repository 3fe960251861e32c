package farol.problem;

import static java.util.Objects.requireNonNull;

/**
 * Why a request was refused.
 *
 * @param type always {@code about:blank}: the code says it all
 * @param title the status in words
 * @param status the HTTP status
 * @param code stable, in capitals, for scripts
 * @param detail for people: the rule, then what was found. Never has outside text beyond a short
 *     excerpt
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(String type, String title, int status, String code, String detail) {
  /** Its media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    requireNonNull(title, "title");
    requireNonNull(code, "code");
    requireNonNull(detail, "detail");
  }

  public static Problem of(int status, String title, String code, String detail) {
    return new Problem("about:blank", title, status, code, detail);
  }
}

package farol.web.kit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that a page had when a button of one was pressed. A button is found again by its place
 * among the rows of now, which may be another's by then: so the page keeps which rows it has in a
 * hidden field, and an action does nothing where they have changed.
 */
@Dependent
public class ShownRows {
  @Inject HttpServletRequest request;
  @Inject Texts texts;

  /** What a page keeps of its rows, by what tells each from all others. */
  public static String of(Stream<?> keys) {
    return keys.map(key -> URLEncoder.encode(key.toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  /**
   * Whether they are still the same; tells the person where they are not.
   *
   * @param field of the form
   * @param now {@link #of} the rows of now
   */
  public boolean areStill(String field, String now) {
    boolean same = now.equals(request.getParameter(field));
    if (!same) {
      Messages.failed(texts.get("list.changed"));
    }
    return same;
  }
}

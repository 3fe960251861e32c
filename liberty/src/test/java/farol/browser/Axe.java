package farol.browser;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What axe-core finds wrong with a page by WCAG 2.2, levels A and AA. The driver runs it, past the
 * page's security policy, which stays as it is.
 *
 * @see <a href="https://github.com/dequelabs/axe-core/blob/develop/doc/API.md">axe-core</a>
 */
final class Axe {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT = "(function () {" + script() + "; return true; })()";

  /** Impact, rule, element, and what to do, a line for each element. */
  private static final String RUN =
      """
      axe.run(document, {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      }).then(results => JSON.stringify(results.violations.flatMap(rule => rule.nodes.map(node =>
        rule.impact + ' ' + rule.id + ' at ' + node.target.join(' ') + ': '
          + node.failureSummary.replace(/\\s+/g, ' ')))))
      """;

  private Axe() {}

  /** Of the page as it is; what it folds away is unfolded before. */
  static List<String> violations(Browser browser) throws IOException {
    browser.evaluate(
        "(document.querySelectorAll('details').forEach(one => one.open = true), true)");
    browser.evaluate(SCRIPT);
    return JSON.readValue((String) browser.evaluate(RUN), new TypeReference<List<String>>() {});
  }

  private static String script() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

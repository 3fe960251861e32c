package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What hostile text might do to a page. Notes are taken from before the page's own scripts run. */
final class Harm {
  private static final String NOTES =
      """
      window.harm = [];
      ['alert', 'confirm', 'prompt', 'open'].forEach(name => {
        window[name] = () => { window.harm.push(name + ' was called'); };
      });
      document.addEventListener('securitypolicyviolation', event => {
        window.harm.push('against the policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
      });
      """;

  private static final String MARKUP =
      "img[src=x], svg[onload], iframe, base, [onerror], [onload], [onfocus], [onmouseover],"
          + " a[href^='javascript' i], form[action*=attacker]";

  /** What a page says, without what somebody has entered in it and may still change. */
  private static final String TEXTS =
      "(page => { page.querySelectorAll('textarea').forEach(field => field.remove());"
          + " return page.textContent; })(document.documentElement.cloneNode(true))";

  /** What {@code 71993*3} of the hostile texts comes to. */
  private static final String EVALUATED = "215979";

  private Harm() {}

  /** Takes notes of each page that the browser opens from now on. */
  static void watch(Browser browser) {
    browser.runBeforeEachPage(NOTES);
  }

  /** Of the page that is open. */
  static void assertNone(Browser browser, String page) {
    assertThat(
            (List<?>)
                browser.evaluate("window.harm.concat(window.hit === undefined ? [] : window.hit)"))
        .as("scripts on " + page)
        .isEmpty();
    assertThat(browser.all(MARKUP)).as("markup on " + page).isEmpty();
    assertThat((String) browser.evaluate(TEXTS))
        .as("texts of " + page)
        .doesNotContain(EVALUATED, "\u202e", "\u2066");
    assertThat((long) browser.evaluate("document.documentElement.scrollWidth"))
        .as("width of " + page)
        .isLessThanOrEqualTo((long) browser.evaluate("innerWidth"));
  }
}

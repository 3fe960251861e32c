package farol.web.dashboard;

/**
 * Something that is known of a domain, in a word, with a link to what explains it.
 *
 * @param id of the column
 * @param column its title
 * @param tone names in the style sheet how good it is
 * @param text a dash where nobody knows, or nothing applies
 */
public record Cell(String id, String column, String href, String tone, String text) {
  static final String NOTHING = "–";

  /** Whether there is something to explain. */
  public boolean isTelling() {
    return !text.equals(NOTHING);
  }
}

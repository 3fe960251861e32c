package farol.web.dashboard;

/**
 * A number that answers one question.
 *
 * @param tone names a consequence in the style sheet, or {@code ok} or {@code neutral}
 */
public record Card(String id, String title, String value, String detail, String tone) {}

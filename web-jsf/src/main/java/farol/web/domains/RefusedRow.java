package farol.web.domains;

import farol.domain.quarantine.RefusedBody;
import farol.web.kit.Texts;
import java.time.Instant;

/**
 * A body in the list of what was refused.
 *
 * @param reason in words of the page's language
 * @param detail the reason as its sender was told, in English
 * @param size in words
 * @param href leads to the bytes
 */
public record RefusedRow(
    long id,
    Instant receivedAt,
    String reason,
    String code,
    String detail,
    String size,
    String href,
    String downloadText,
    String readText,
    String deleteText) {
  static RefusedRow of(RefusedBody body, String query, Texts texts) {
    String number = String.valueOf(body.id());
    return new RefusedRow(
        body.id(),
        body.receivedAt(),
        texts.get("refusal." + body.code()),
        body.code(),
        body.detail(),
        texts.format("refused.size.value", body.bytes()),
        "refused-raw?" + query + "&id=" + body.id(),
        texts.format("refused.download-named", number),
        texts.format("refused.read-named", number),
        texts.format("refused.delete-named", number));
  }
}

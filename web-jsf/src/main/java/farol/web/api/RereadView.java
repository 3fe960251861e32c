package farol.web.api;

import farol.intake.Reread;
import farol.wire.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading bytes again.
 *
 * @param outcome {@code unchanged}, {@code changed} or {@code merged} for a report, {@code stored}
 *     or {@code duplicate} for a refused body; {@code refused} or {@code gone} for either
 * @param code why they are refused; null unless they are
 * @param detail the reason for people; null unless they are refused
 */
public record RereadView(String outcome, @Nullable String code, @Nullable String detail) {
  static RereadView of(Reread reread) {
    return new RereadView(
        reread.outcome().text(),
        reread.refusal().map(RefusalCode::name).orElse(null),
        reread.refusal().map(code -> reread.detail()).orElse(null));
  }
}

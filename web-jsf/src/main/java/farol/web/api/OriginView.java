package farol.web.api;

import farol.domain.report.DkimGrade;
import farol.domain.report.Origin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a report came; what does not apply is absent.
 *
 * @param way {@code https}, {@code mail} or {@code import}
 * @param grade what the signatures of its mail say: {@code aligned}, {@code other_signer}, {@code
 *     failed}, {@code unsigned} or {@code undecided}; absent where there was no mail
 * @param signer the domain, in A-labels, that signed the mail or is said to have
 * @param keyForReports whether the key of a valid signature is published for TLS reports only;
 *     absent where there was no mail
 * @param detail what came of proving the signatures, in English
 * @param source the mailbox, or the place in the imported file
 * @param importId which import stored it
 */
public record OriginView(
    String way,
    @Nullable String grade,
    @Nullable String signer,
    @Nullable Boolean keyForReports,
    @Nullable String detail,
    @Nullable String source,
    @Nullable Long importId) {
  static OriginView of(Origin origin) {
    DkimGrade grade = origin.grade();
    return new OriginView(
        code(origin.way()),
        grade == null ? null : code(grade),
        origin.signer(),
        grade == null ? null : origin.keyForReports(),
        given(origin.detail()),
        given(origin.source()),
        origin.importId());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }
}

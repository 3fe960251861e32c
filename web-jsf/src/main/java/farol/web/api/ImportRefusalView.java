package farol.web.api;

import farol.imports.ImportRefusal;
import java.util.Locale;

/**
 * Something that an import did not take.
 *
 * @param ordinal its number in the import, from 0
 * @param place where it was, as in {@code old.zip!inbox.mbox#17}
 * @param verdict {@code foreign}, {@code no_report} or {@code refused}
 * @param code the reason in capitals
 * @param reason for people
 */
public record ImportRefusalView(
    long ordinal, String place, String verdict, String code, String reason) {
  static ImportRefusalView of(ImportRefusal refusal) {
    return new ImportRefusalView(
        refusal.ordinal(),
        refusal.place(),
        refusal.verdict().name().toLowerCase(Locale.ROOT),
        refusal.code(),
        refusal.reason());
  }
}

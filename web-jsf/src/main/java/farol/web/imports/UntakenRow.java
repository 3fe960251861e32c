package farol.web.imports;

import farol.imports.ImportRefusal;
import farol.intake.Verdict;
import farol.web.kit.Texts;

/**
 * Something that an import did not take.
 *
 * @param place where it was. Outside text
 * @param tone names the verdict in the style sheet
 * @param reason in words of the page's language; empty where there are none for it
 * @param detail the reason more exactly, in English; may quote outside text
 */
public record UntakenRow(
    long ordinal,
    String place,
    String tone,
    String verdict,
    String reason,
    String code,
    String detail) {
  static UntakenRow of(ImportRefusal refusal, Texts texts) {
    return new UntakenRow(
        refusal.ordinal(),
        refusal.place(),
        refusal.verdict() == Verdict.REFUSED ? "refused" : "information",
        texts.get("imports.verdict." + refusal.verdict().name()),
        texts.getOr("refusal." + refusal.code(), ""),
        refusal.code(),
        refusal.reason());
  }
}

package farol.web.kit;

import farol.domain.lookup.OutsideText;
import farol.domain.report.DkimGrade;
import farol.domain.report.Origin;
import java.util.Objects;

/**
 * How a report came, and what is known of who wrote it, for people.
 *
 * @param way in a word or two
 * @param from the way with its place, as a sentence has it
 * @param proof what the signatures of its mail say; {@link Proof#NONE} where there was no mail
 */
public record CameBy(String way, String from, Proof proof) {
  /**
   * What the signatures of a mail say.
   *
   * @param tone names it in the style sheet
   * @param grade in a word or two
   * @param sentence by whom it is signed, if it is
   * @param meaning what that proves
   * @param fix what to do about it; empty where nothing is wrong
   * @param detail the reason more exactly, in English
   */
  public record Proof(
      String tone, String grade, String sentence, String meaning, String fix, String detail) {
    static final Proof NONE = new Proof("", "", "", "", "", "");

    public boolean isFixable() {
      return !fix.isEmpty();
    }
  }

  /** Whether it came with a mail, which may be signed. */
  public boolean isMailed() {
    return !proof.grade().isEmpty();
  }

  public static CameBy of(Origin origin, Texts texts) {
    String way = origin.way().name();
    return new CameBy(
        texts.get("came.way." + way),
        texts.format("came.from." + way, origin.source()),
        origin.grade() == null ? Proof.NONE : proof(origin, origin.grade(), texts));
  }

  private static Proof proof(Origin origin, DkimGrade grade, Texts texts) {
    String key = "came.proof." + grade.name();
    String meaning = texts.get(key + ".meaning");
    return new Proof(
        tone(grade),
        texts.get(key),
        texts.format(key + ".sentence", Objects.toString(origin.signer(), "")),
        origin.keyForReports() ? meaning + " " + texts.get("came.proof.key-for-reports") : meaning,
        texts.getOr(key + ".fix", ""),
        OutsideText.safe(origin.detail()));
  }

  private static String tone(DkimGrade grade) {
    return switch (grade) {
      case ALIGNED -> "ok";
      case OTHER_SIGNER, FAILED, UNSIGNED -> "unprotected";
      case UNDECIDED -> "information";
    };
  }
}

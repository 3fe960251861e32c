package farol.intake;

import farol.domain.report.Submission;
import farol.wire.RefusalCode;
import java.util.List;

/** What a posted report is worth. */
sealed interface Judgement {
  /** To be stored. */
  record Admitted(Submission submission) implements Judgement {}

  /**
   * A report, but whose, can't be told yet.
   *
   * @param warnings codes of what was odd about it
   */
  record Undecided(List<String> warnings) implements Judgement {
    public Undecided {
      warnings = List.copyOf(warnings);
    }
  }

  /** Not to be taken. */
  record Refused(RefusalCode code, String detail) implements Judgement {}
}

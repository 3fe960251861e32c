package farol.intake;

import static java.util.Objects.requireNonNull;

import farol.domain.report.Submission;
import java.util.List;

/** Something that arrived, read and judged; nothing of it is stored yet. */
public sealed interface Judged {
  /**
   * To be stored.
   *
   * @param submissions at least one; several where several accounts have proven the domain
   */
  record Admitted(List<Submission> submissions) implements Judged {
    public Admitted {
      submissions = List.copyOf(submissions);
      if (submissions.isEmpty()) {
        throw new IllegalArgumentException("what is admitted must be for some domain");
      }
    }
  }

  /** Not to be taken. */
  record Dismissed(Ending ending) implements Judged {
    public Dismissed {
      requireNonNull(ending, "ending");
    }

    Dismissed(Verdict verdict, String code, String reason) {
      this(new Ending(verdict, code, reason));
    }
  }
}

package farol.imports;

/** Where an import stands. */
public enum ImportState {
  /** Its file is being uploaded. */
  RECEIVING,
  /** For the job. */
  WAITING,
  /** The job has begun with it; also between two attempts. */
  RUNNING,
  DONE,
  /** Given up; the file is kept for another try. */
  FAILED,
  CANCELLED;

  /** Whether nothing more happens with it by itself. */
  public boolean isOver() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}

package farol.domain.operations;

/** Where a run stands, in the words of Jakarta Batch. */
public enum JobState {
  STARTING(true),
  STARTED(true),
  STOPPING(true),
  STOPPED(false),
  FAILED(false),
  COMPLETED(false),
  ABANDONED(false);

  private final boolean running;

  JobState(boolean running) {
    this.running = running;
  }

  public boolean isRunning() {
    return running;
  }

  /** Whether it can be resumed at its checkpoint. */
  public boolean isRestartable() {
    return this == STOPPED || this == FAILED;
  }
}

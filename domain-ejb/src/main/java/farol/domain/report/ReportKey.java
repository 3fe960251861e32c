package farol.domain.report;

import farol.domain.shared.SortKey;

/** By what a list of reports can be ordered. */
public enum ReportKey implements SortKey {
  /** The UTC day of the window. */
  DAY(true),
  REPORTER(false),
  SUCCESSFUL(true),
  FAILED(true),
  RECEIVED(true);

  private final boolean largestFirst;

  ReportKey(boolean largestFirst) {
    this.largestFirst = largestFirst;
  }

  @Override
  public boolean isLargestFirst() {
    return largestFirst;
  }
}

package farol.imports;

import farol.intake.Verdict;

/**
 * What became of an import's items so far.
 *
 * @param stored new in the database
 * @param duplicate had been there, also by an earlier item of the same import
 * @param foreign reports of domains that the account has not proven
 * @param noReport mails and files that nothing says to be reports
 * @param refused what is to be a report and can't be taken
 */
public record ImportCounts(long stored, long duplicate, long foreign, long noReport, long refused) {
  /** Of an import that has not begun. */
  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  /** All items that are done. */
  public long items() {
    return stored + duplicate + foreign + noReport + refused;
  }

  /** With one more item. */
  ImportCounts plus(Verdict verdict) {
    return switch (verdict) {
      case STORED -> new ImportCounts(stored + 1, duplicate, foreign, noReport, refused);
      case DUPLICATE -> new ImportCounts(stored, duplicate + 1, foreign, noReport, refused);
      case FOREIGN -> new ImportCounts(stored, duplicate, foreign + 1, noReport, refused);
      case NO_REPORT -> new ImportCounts(stored, duplicate, foreign, noReport + 1, refused);
      case REFUSED -> new ImportCounts(stored, duplicate, foreign, noReport, refused + 1);
    };
  }

  /** How many came to this so far. */
  long of(Verdict verdict) {
    return switch (verdict) {
      case STORED -> stored;
      case DUPLICATE -> duplicate;
      case FOREIGN -> foreign;
      case NO_REPORT -> noReport;
      case REFUSED -> refused;
    };
  }
}

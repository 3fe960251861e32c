package farol.imports;

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
}

package farol.wire.mail;

import farol.wire.RefusalCode;
import farol.wire.packed.PackedBudget;
import farol.wire.packed.PackedLimits;

/** What of a mail's limits is left while it is read. */
final class Budget {
  private static final int LONGEST_NAME_IN_ZIP = 1_000;

  private final MailLimits limits;
  private int parts;
  private int headerBytes;
  private int headerFields;
  private int unzippedBytes;

  Budget(MailLimits limits) {
    this.limits = limits;
  }

  void requireSize(int bytes) throws MailRefusedException {
    require(bytes <= limits.bytes(), RefusalCode.BODY_TOO_LARGE, limits.bytes(), "bytes");
  }

  /**
   * @param depth how many multiparts and mails are around what is to be opened
   */
  void requireDepth(int depth) throws MailRefusedException {
    require(
        depth < limits.depth(),
        RefusalCode.MAIL_TOO_DEEP,
        limits.depth(),
        "multiparts and mails inside one another");
  }

  void usePart() throws MailRefusedException {
    require(++parts <= limits.parts(), RefusalCode.MAIL_TOO_MANY_PARTS, limits.parts(), "parts");
  }

  void useHeaderBytes(int bytes) throws MailRefusedException {
    headerBytes += bytes;
    require(
        headerBytes <= limits.headerBytes(),
        RefusalCode.MAIL_HEADER_TOO_LARGE,
        limits.headerBytes(),
        "bytes of headers");
  }

  void useHeaderField() throws MailRefusedException {
    require(
        ++headerFields <= limits.headerFields(),
        RefusalCode.MAIL_HEADER_TOO_LARGE,
        limits.headerFields(),
        "header fields");
  }

  /** What one zip file in the mail may be; it may inflate to as much as the mail may have. */
  PackedBudget ofZip() {
    return new PackedBudget(
        new PackedLimits(limits.parts(), limits.bytes(), 1, LONGEST_NAME_IN_ZIP));
  }

  /** So many more bytes of reports from zip files. */
  void useUnzipped(int bytes) throws MailRefusedException {
    unzippedBytes += bytes;
    require(
        unzippedBytes <= limits.bytes(),
        RefusalCode.BODY_TOO_LARGE,
        limits.bytes(),
        "bytes in zip files");
  }

  private static void require(boolean met, RefusalCode beyond, int limit, String what)
      throws MailRefusedException {
    if (!met) {
      throw new MailRefusedException(
          beyond, "a mail may have at most " + limit + " " + what + ", got more");
    }
  }
}

package farol.wire.mail;

import farol.wire.RefusalCode;

/** What of a mail's limits is left while it is read. */
final class Budget {
  private final MailLimits limits;
  private int parts;
  private int headerBytes;
  private int headerFields;

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

  private static void require(boolean met, RefusalCode beyond, int limit, String what)
      throws MailRefusedException {
    if (!met) {
      throw new MailRefusedException(
          beyond, "a mail may have at most " + limit + " " + what + ", got more");
    }
  }
}

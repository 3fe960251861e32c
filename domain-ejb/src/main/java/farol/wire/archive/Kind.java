package farol.wire.archive;

import farol.wire.ReportReader;
import farol.wire.mail.MailReader;
import farol.wire.packed.TarEntries;
import farol.wire.packed.ZipEntries;

/** What bytes are, by how they begin; names decide nothing. */
enum Kind {
  GZIP,
  ZIP,
  TAR,
  MBOX,
  REPORT,
  MAIL,
  OTHER;

  /** As many bytes as it takes to tell. */
  static final int HEAD = 8 << 10;

  static Kind of(byte[] head) {
    if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
      return GZIP;
    }
    if (ZipEntries.begin(head)) {
      return ZIP;
    }
    if (TarEntries.begin(head)) {
      return TAR;
    }
    return ofText(head);
  }

  private static Kind ofText(byte[] head) {
    if (ReportReader.isReport(head)) {
      return REPORT;
    }
    if (!MailReader.isMail(head)) {
      return OTHER;
    }
    return MboxEntries.begin(head) ? MBOX : MAIL;
  }
}

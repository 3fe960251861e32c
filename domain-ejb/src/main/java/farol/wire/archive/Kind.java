package farol.wire.archive;

import farol.wire.mail.MailReader;
import farol.wire.packed.TarEntries;
import farol.wire.packed.ZipEntries;
import java.nio.charset.StandardCharsets;

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

  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

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
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    if (text.substring(start).stripLeading().startsWith("{")) {
      return REPORT;
    }
    if (!MailReader.isMail(head)) {
      return OTHER;
    }
    return text.startsWith(MboxEntries.SEPARATOR) && !isField(text) ? MBOX : MAIL;
  }

  /** Some header fields are called so, as in {@code From : a@example.com}. */
  private static boolean isField(String text) {
    return text.substring(MboxEntries.SEPARATOR.length()).stripLeading().startsWith(":");
  }
}

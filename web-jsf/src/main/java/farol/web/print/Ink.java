package farol.web.print;

import java.awt.Color;

/** The colours of the pages' light theme, on paper. */
final class Ink {
  static final Color TEXT = new Color(0x1b2129);
  static final Color MUTED = new Color(0x55606c);
  static final Color LINE = new Color(0xd5dce3);
  static final Color GROUND = new Color(0xf5f7f9);
  static final Color GOOD = new Color(0x4a90c7);
  static final Color BAD = new Color(0xb3211d);

  private Ink() {}

  static Color of(PrintedDocument.Tone tone) {
    return switch (tone) {
      case REFUSED -> new Color(0xb3211d);
      case WOULD_BE_REFUSED -> new Color(0x98430a);
      case UNPROTECTED -> new Color(0x7a5a00);
      case INFORMATION, WAITING -> new Color(0x37536f);
      case OK -> new Color(0x176635);
    };
  }
}

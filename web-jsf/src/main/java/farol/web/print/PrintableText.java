package farol.web.print;

import com.lowagie.text.pdf.BaseFont;
import java.text.Normalizer;

/**
 * Makes outside text printable: what a font has no glyph for becomes a box, what turns the reading
 * direction or has no shape at all is left out, and marks do not pile up.
 */
final class PrintableText {
  private static final int BOX = 0x25a1;
  private static final int MOST_MARKS = 2;

  private final BaseFont font;

  PrintableText(BaseFont font) {
    this.font = font;
  }

  /** Keeps line feeds, as the only controls. */
  String of(String text) {
    StringBuilder printable = new StringBuilder();
    int marks = 0;
    for (int point : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
      marks = isMark(point) ? marks + 1 : 0;
      if (marks <= MOST_MARKS) {
        append(point, printable);
      }
    }
    return printable.toString();
  }

  private void append(int point, StringBuilder printable) {
    if (point == '\n') {
      printable.append('\n');
    } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
      printable.append(' ');
    } else if (!isShapeless(point)) {
      printable.appendCodePoint(font.charExists(point) ? point : BOX);
    }
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  private static boolean isShapeless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> false;
    };
  }
}

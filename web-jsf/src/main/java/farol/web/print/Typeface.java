package farol.web.print;

import static java.util.Objects.requireNonNull;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What text is set in: DejaVu, which has the letters of most scripts. Only the glyphs that a
 * document uses go into it.
 */
enum Typeface {
  PLAIN("DejaVuSans.ttf"),
  BOLD("DejaVuSans-Bold.ttf"),
  MONO("DejaVuSansMono.ttf");

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

  private final BaseFont font;
  private final PrintableText printable;

  Typeface(String file) {
    font = read(file);
    printable = new PrintableText(font);
  }

  BaseFont font() {
    return font;
  }

  /** What this typeface can show of a text. */
  String printable(String text) {
    return printable.of(text);
  }

  Chunk chunk(String text, float size, Color ink) {
    return new Chunk(printable(text), new Font(font, size, Font.NORMAL, ink));
  }

  Phrase phrase(String text, float size, Color ink) {
    Phrase phrase = new Phrase(size * 1.35f);
    phrase.add(chunk(text, size, ink));
    return phrase;
  }

  Paragraph paragraph(String text, float size, Color ink) {
    Paragraph paragraph = new Paragraph(size * 1.35f);
    paragraph.add(chunk(text, size, ink));
    return paragraph;
  }

  private static BaseFont read(String file) {
    try (InputStream bytes = requireNonNull(Typeface.class.getResourceAsStream(FOLDER + file))) {
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

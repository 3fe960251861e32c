package farol.web.print;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** What stands at the foot of each page. */
final class PdfFooter extends PdfPageEventHelper {
  private static final float SIZE = 8;
  private static final float BELOW = 24;

  private final String text;
  private final PrintedDocument.PageNumber numbers;

  PdfFooter(String text, PrintedDocument.PageNumber numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte canvas = writer.getDirectContent();
    float base = document.bottom() - BELOW;
    ColumnText.showTextAligned(
        canvas,
        Element.ALIGN_LEFT,
        Typeface.PLAIN.phrase(text, SIZE, Ink.MUTED),
        document.left(),
        base,
        0);
    ColumnText.showTextAligned(
        canvas,
        Element.ALIGN_RIGHT,
        Typeface.PLAIN.phrase(numbers.text(writer.getPageNumber()), SIZE, Ink.MUTED),
        document.right(),
        base,
        0);
  }
}

package farol.web.print;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.OutputStream;

/**
 * Writes documents as PDF, on A4. All of it is tables, which are written in the order in which they
 * are read; other text would come before them on its page.
 */
public final class PdfDocument {
  private static final float MARGIN = 48;
  private static final float FOOT = 60;
  private static final float LEAST_OF_A_SECTION = 110;

  private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT);

  private PdfDocument() {}

  /** Leaves the stream open. */
  public static void write(PrintedDocument printed, OutputStream out) {
    new PdfDocument().writeTo(printed, out);
  }

  private void writeTo(PrintedDocument printed, OutputStream out) {
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    writer.setPageEvent(new PdfFooter(printed.footer(), printed.pageNumber()));
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(printed.language().toLanguageTag()));
    document.addTitle(Typeface.PLAIN.printable(printed.title() + " · " + printed.subtitle()));
    document.addCreator("Farol");
    document.open();
    document.add(PdfBlocks.line(Typeface.BOLD.phrase(printed.title(), 20, Ink.TEXT), 0));
    document.add(PdfBlocks.line(Typeface.PLAIN.phrase(printed.subtitle(), 11, Ink.MUTED), 0));
    document.add(verdict(printed));
    printed.sections().forEach(section -> add(section, writer));
    document.close();
  }

  private static PdfPTable verdict(PrintedDocument printed) {
    Color ink = Ink.of(printed.tone());
    PdfPCell cell = new PdfPCell(Typeface.BOLD.phrase(printed.verdict(), 11, ink));
    cell.setBorderColor(ink);
    cell.setPadding(10);
    PdfPTable table = new PdfPTable(1);
    table.setWidthPercentage(100);
    table.setSpacingBefore(14);
    table.addCell(cell);
    return table;
  }

  /** A heading does not stand alone at the end of a page. */
  private void add(PrintedDocument.Section section, PdfWriter writer) {
    if (writer.getVerticalPosition(false) - document.bottom() < LEAST_OF_A_SECTION) {
      document.newPage();
    }
    document.add(PdfBlocks.line(Typeface.BOLD.phrase(section.title(), 13, Ink.TEXT), 18));
    section.blocks().stream().flatMap(PdfBlocks::tables).forEach(document::add);
  }
}

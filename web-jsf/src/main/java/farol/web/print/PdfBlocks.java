package farol.web.print;

import com.lowagie.text.Element;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import farol.web.print.PrintedDocument.Bars;
import farol.web.print.PrintedDocument.Block;
import farol.web.print.PrintedDocument.Fact;
import farol.web.print.PrintedDocument.Facts;
import farol.web.print.PrintedDocument.Grid;
import farol.web.print.PrintedDocument.Item;
import farol.web.print.PrintedDocument.Note;
import farol.web.print.PrintedDocument.Quote;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lays out the parts of a section. */
final class PdfBlocks {
  private static final float SIZE = 9;
  private static final float SMALL = 8;
  private static final float GAP = 5;

  private PdfBlocks() {}

  static Stream<PdfPTable> tables(Block block) {
    if (block instanceof Note note) {
      return Stream.of(note(note.text()));
    }
    if (block instanceof Item item) {
      return Stream.of(item(item));
    }
    if (block instanceof Facts facts) {
      return Stream.of(facts(facts.facts()));
    }
    if (block instanceof Grid grid) {
      return Stream.of(grid(grid));
    }
    if (block instanceof Quote quote) {
      return Stream.of(quote(quote.text()));
    }
    Bars bars = (Bars) block;
    return Stream.of(note(bars.summary()), PdfBars.of(bars));
  }

  private static PdfPTable note(String text) {
    return line(Typeface.PLAIN.phrase(text, SIZE, Ink.TEXT), GAP);
  }

  /** Text by itself. */
  static PdfPTable line(Phrase text, float spaceBefore) {
    PdfPCell cell = new PdfPCell(text);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPaddingLeft(0);
    PdfPTable table = table(1);
    table.setSpacingBefore(spaceBefore);
    table.addCell(cell);
    return table;
  }

  private static PdfPTable item(Item item) {
    PdfPCell cell = cell(Rectangle.LEFT);
    cell.setBorderColor(Ink.of(item.tone()));
    cell.setBorderWidth(2);
    cell.setPaddingLeft(8);
    Paragraph head = Typeface.BOLD.paragraph(item.title() + "  ", SIZE + 1, Ink.TEXT);
    head.add(Typeface.BOLD.chunk(item.mark(), SMALL, Ink.of(item.tone())));
    cell.addElement(head);
    item.texts().forEach(text -> cell.addElement(named(text)));
    PdfPTable table = table(1);
    table.setSpacingBefore(8);
    table.addCell(cell);
    return table;
  }

  private static Paragraph named(Fact fact) {
    Paragraph paragraph =
        Typeface.BOLD.paragraph(fact.label().isEmpty() ? "" : fact.label() + " ", SIZE, Ink.TEXT);
    paragraph.add(Typeface.PLAIN.chunk(fact.value(), SIZE, Ink.TEXT));
    paragraph.setSpacingBefore(2);
    return paragraph;
  }

  private static PdfPTable facts(List<Fact> facts) {
    PdfPTable table = table(1, 2.6f);
    facts.forEach(
        fact -> {
          table.addCell(text(fact.label(), Typeface.PLAIN, Ink.MUTED, Rectangle.BOTTOM));
          table.addCell(text(fact.value(), Typeface.PLAIN, Ink.TEXT, Rectangle.BOTTOM));
        });
    return table;
  }

  private static PdfPTable grid(Grid grid) {
    float[] widths = new float[grid.columns().size()];
    Arrays.fill(widths, 1);
    widths[0] = 2.4f;
    PdfPTable table = table(widths);
    table.setHeaderRows(1);
    addRow(table, grid.columns(), Typeface.BOLD, Ink.MUTED);
    grid.rows().forEach(row -> addRow(table, row, Typeface.PLAIN, Ink.TEXT));
    return table;
  }

  private static void addRow(PdfPTable table, List<String> row, Typeface face, Color ink) {
    for (int i = 0; i < row.size(); i++) {
      PdfPCell cell = text(row.get(i), face, ink, Rectangle.BOTTOM);
      cell.setHorizontalAlignment(i == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
      table.addCell(cell);
    }
  }

  private static PdfPTable quote(String text) {
    PdfPCell cell = text(text, Typeface.MONO, Ink.TEXT, Rectangle.BOX);
    cell.setBackgroundColor(Ink.GROUND);
    cell.setPadding(6);
    PdfPTable table = table(1);
    table.addCell(cell);
    return table;
  }

  private static PdfPCell text(String text, Typeface face, Color ink, int border) {
    PdfPCell cell = new PdfPCell(face.phrase(text, SMALL + 0.5f, ink));
    cell.setBorder(border);
    cell.setBorderColor(Ink.LINE);
    cell.setBorderWidth(0.5f);
    cell.setPaddingTop(3);
    cell.setPaddingBottom(4);
    cell.setPaddingLeft(0);
    return cell;
  }

  private static PdfPCell cell(int border) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(border);
    return cell;
  }

  private static PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(GAP);
    return table;
  }
}

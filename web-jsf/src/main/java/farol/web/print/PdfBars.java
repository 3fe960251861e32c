package farol.web.print;

import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPCellEvent;
import com.lowagie.text.pdf.PdfPTable;
import farol.web.print.PrintedDocument.Bar;
import farol.web.print.PrintedDocument.Bars;
import java.awt.Color;

/** Draws bars: the bad part on top of the good one, in whatever space there is. */
final class PdfBars implements PdfPCellEvent {
  private static final float HEIGHT = 120;
  private static final float CAPTION = 18;
  private static final float SIZE = 8;
  private static final float FILLED = 0.7f; // of the space of a bar

  /** So that few failures among many sessions are seen at all. */
  private static final float LEAST = 1;

  private final Bars bars;
  private final long highest;

  private PdfBars(Bars bars) {
    this.bars = bars;
    this.highest =
        Math.max(1, bars.bars().stream().mapToLong(bar -> bar.good() + bar.bad()).max().orElse(1));
  }

  static PdfPTable of(Bars bars) {
    PdfPCell cell = new PdfPCell();
    cell.setFixedHeight(HEIGHT);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setCellEvent(new PdfBars(bars));
    PdfPTable table = new PdfPTable(1);
    table.setWidthPercentage(100);
    table.setSpacingBefore(6);
    table.addCell(cell);
    return table;
  }

  @Override
  public void cellLayout(PdfPCell cell, Rectangle box, PdfContentByte[] canvases) {
    PdfContentByte canvas = canvases[PdfPTable.BACKGROUNDCANVAS];
    float base = box.getBottom() + CAPTION;
    float scale = (box.getTop() - base - SIZE) / highest;
    float step = box.getWidth() / Math.max(1, bars.bars().size());
    float left = box.getLeft();
    for (Bar bar : bars.bars()) {
      float good = height(bar.good(), scale);
      fill(canvas, left, base, step * FILLED, good, Ink.GOOD);
      fill(canvas, left, base + good, step * FILLED, height(bar.bad(), scale), Ink.BAD);
      left += step;
    }
    fill(canvas, box.getLeft(), base - 0.5f, box.getWidth(), 0.5f, Ink.MUTED);
    caption(canvas, box);
  }

  private static float height(long sessions, float scale) {
    return sessions == 0 ? 0 : Math.max(LEAST, sessions * scale);
  }

  private static void fill(
      PdfContentByte canvas, float left, float bottom, float width, float height, Color ink) {
    canvas.setColorFill(ink);
    canvas.rectangle(left, bottom, width, height);
    canvas.fill();
  }

  private void caption(PdfContentByte canvas, Rectangle box) {
    float line = box.getBottom() + CAPTION - SIZE - 3;
    float middle = (box.getLeft() + box.getRight()) / 2;
    write(canvas, PdfContentByte.ALIGN_LEFT, bars.first(), Ink.MUTED, box.getLeft(), line);
    write(canvas, PdfContentByte.ALIGN_RIGHT, bars.last(), Ink.MUTED, box.getRight(), line);
    write(canvas, PdfContentByte.ALIGN_RIGHT, "■ " + bars.good(), Ink.GOOD, middle - 6, line);
    write(canvas, PdfContentByte.ALIGN_LEFT, "■ " + bars.bad(), Ink.BAD, middle + 6, line);
  }

  private static void write(
      PdfContentByte canvas, int alignment, String text, Color ink, float x, float y) {
    BaseFont font = Typeface.PLAIN.font();
    canvas.beginText();
    canvas.setFontAndSize(font, SIZE);
    canvas.setColorFill(ink);
    canvas.showTextAligned(alignment, Typeface.PLAIN.printable(text), x, y, 0);
    canvas.endText();
  }
}

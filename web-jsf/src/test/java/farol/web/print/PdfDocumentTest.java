package farol.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import farol.web.print.PrintedDocument.Bar;
import farol.web.print.PrintedDocument.Bars;
import farol.web.print.PrintedDocument.Block;
import farol.web.print.PrintedDocument.Fact;
import farol.web.print.PrintedDocument.Facts;
import farol.web.print.PrintedDocument.Grid;
import farol.web.print.PrintedDocument.Item;
import farol.web.print.PrintedDocument.Note;
import farol.web.print.PrintedDocument.Quote;
import farol.web.print.PrintedDocument.Section;
import farol.web.print.PrintedDocument.Tone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, as another library reads it. */
class PdfDocumentTest {
  static Stream<Arguments> blocks() {
    return Stream.of(
        Arguments.of(new Note("números e sessões"), "números e sessões"),
        Arguments.of(
            new Item(Tone.REFUSED, "Title", "Mark", List.of(new Fact("Fix:", "Renew it."))),
            "Title Mark Fix: Renew it."),
        Arguments.of(new Facts(List.of(new Fact("Sessions", "1,234"))), "Sessions 1,234"),
        Arguments.of(
            new Grid(List.of("Day", "Failed"), List.of(List.of("3 Nov 2026", "12"))),
            "Day Failed 3 Nov 2026 12"),
        Arguments.of(new Quote("version: STSv1\nmode: enforce"), "version: STSv1 mode: enforce"),
        Arguments.of(
            new Bars("43 sessions.", "Good", "Bad", "1 Nov", "2 Nov", List.of(new Bar(41, 2))),
            "43 sessions."));
  }

  @ParameterizedTest
  @MethodSource
  void blocks(Block block, String text) throws IOException {
    assertThat(textOf(document(block))).contains(text);
  }

  @Test
  void saysWhatItIsOnEveryPage() throws IOException {
    Block[] notes = Collections.nCopies(200, new Note("A line.")).toArray(Block[]::new);
    try (PDDocument pdf = read(document(notes))) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("example.com · 30 days");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("pt-BR");
      assertThat(pdf.getDocumentCatalog().getCOSObject().containsKey(COSName.OPEN_ACTION))
          .isFalse();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        assertThat(text(pdf, page)).contains("As of noon").contains("Page " + page);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>&lt;<b>",
        "#{1+1}${1+1}",
        "(\\) Tj ET /JavaScript << >> endstream",
        "]]>\"'`"
      })
  void markupIsText(String hostile) throws IOException {
    assertThat(textOf(document(new Note(hostile), new Quote(hostile))))
        .contains(hostile + " " + hostile);
  }

  @Test
  void whatHasNoGlyphIsABoxAndWhatHasNoShapeIsLeftOut() throws IOException {
    assertThat(
            textOf(
                document(
                    new Note(
                        "a\u202eb\u0007c\u2028d \ud83d\udc68\u200d\ud83d\udc69 \u5b57 \udbff\udfff"
                            + " \ud800 z"))))
        .contains("abc d \u25a1\u25a1 \u25a1 \u25a1 z");
  }

  @Test
  void marksDoNotPileUp() throws IOException {
    assertThat(textOf(document(new Note("Z" + "\u0316".repeat(50) + "|"))).length())
        .isLessThan(150);
  }

  @Test
  void longWordsStayOnThePage() throws IOException {
    String word = "W".repeat(2_000);
    Fact fact = new Fact(word, word);
    String text =
        textOf(
            document(
                new Note(word),
                new Quote(word),
                new Facts(List.of(fact)),
                new Item(Tone.OK, word, word, List.of(fact)),
                new Grid(List.of("", ""), List.of(List.of(word, word)))));

    assertThat(text.chars().filter(letter -> letter == 'W').count()).isEqualTo(10 * 2_000);
  }

  @Test
  void barsOfAnyHeightFit() throws IOException {
    Bars bars =
        new Bars(
            "Much.",
            "Good",
            "Bad",
            "",
            "",
            LongStream.of(0, 1, 1_000_000_000_000L).mapToObj(each -> new Bar(each, each)).toList());
    assertThat(textOf(document(bars, new Bars("None.", "", "", "", "", List.of()))))
        .contains("Much.", "None.");
  }

  private static PrintedDocument document(Block... blocks) {
    return new PrintedDocument(
        Locale.forLanguageTag("pt-BR"),
        "example.com",
        "30 days",
        Tone.OK,
        "All is well.",
        List.of(new Section("Heading", List.of(blocks))),
        "As of noon",
        number -> "Page " + number);
  }

  private static PDDocument read(PrintedDocument document) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfDocument.write(document, pdf);
    return Loader.loadPDF(pdf.toByteArray());
  }

  /** With a space between lines. */
  private static String textOf(PrintedDocument document) throws IOException {
    try (PDDocument pdf = read(document)) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }
}

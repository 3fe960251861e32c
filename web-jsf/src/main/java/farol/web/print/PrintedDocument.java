package farol.web.print;

import java.util.List;
import java.util.Locale;

/**
 * What stands in a document, in the words of its language. Any text may be outside text: none is
 * markup.
 *
 * @param title what the document is about
 * @param subtitle what it tells of that
 * @param verdict the whole in a sentence or two
 * @param footer stands on each page before its number
 * @param pageNumber makes words of a page's number
 */
public record PrintedDocument(
    Locale language,
    String title,
    String subtitle,
    Tone tone,
    String verdict,
    List<Section> sections,
    String footer,
    PageNumber pageNumber) {

  /** How much something matters, as the pages' style sheet names it. */
  public enum Tone {
    REFUSED,
    WOULD_BE_REFUSED,
    UNPROTECTED,
    INFORMATION,
    WAITING,
    OK;

    /** That of a name in the style sheet. */
    public static Tone of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** Makes words of the number of a page. */
  @FunctionalInterface
  public interface PageNumber {
    String text(int number);
  }

  /** Some blocks under a heading. */
  public record Section(String title, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  /** A part of a section. */
  public sealed interface Block permits Note, Item, Facts, Grid, Quote, Bars {}

  /** A sentence or more. */
  public record Note(String text) implements Block {}

  /**
   * Something to act on.
   *
   * @param mark what it means, in a word or two
   * @param texts more, each with what it is about in front; that may be empty
   */
  public record Item(Tone tone, String title, String mark, List<Fact> texts) implements Block {
    public Item {
      texts = List.copyOf(texts);
    }
  }

  /** A text with its name. */
  public record Fact(String label, String value) {}

  /** Texts with their names, a line each. */
  public record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A table.
   *
   * @param columns their names; the first is of texts, the others of numbers
   * @param rows a text for each column
   */
  public record Grid(List<String> columns, List<List<String>> rows) implements Block {
    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Text as published, line by line. */
  public record Quote(String text) implements Block {}

  /**
   * Two parts of a number for each day, as bars.
   *
   * @param summary the same in a sentence
   * @param first what stands below the first bar
   * @param last what stands below the last
   */
  public record Bars(
      String summary, String good, String bad, String first, String last, List<Bar> bars)
      implements Block {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /** One bar. */
  public record Bar(long good, long bad) {}

  public PrintedDocument {
    sections = List.copyOf(sections);
  }
}

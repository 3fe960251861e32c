package farol.web.kit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Links through a long list. The page stands in the address, so that it can be sent to somebody.
 *
 * @param sentence which items of how many are shown
 * @param previous the address of the page before; empty on the first
 * @param next the address of the page after; empty on the last
 * @param links the pages around this one
 */
public record Pages(String sentence, String previous, String next, List<Link> links) {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");
  private static final int AROUND = 2;

  /**
   * A link to a page.
   *
   * @param current {@code page} on the page itself, as ARIA has it, or {@code false}
   */
  public record Link(String href, String text, String label, String current) {}

  public Pages {
    links = List.copyOf(links);
  }

  public boolean isFirst() {
    return previous.isEmpty();
  }

  public boolean isLast() {
    return next.isEmpty();
  }

  /** Whether there is more than one page. */
  public boolean isSeveral() {
    return links.size() > 1;
  }

  /** Reads a page's number as people count, from 1; 1 for anything else. */
  public static int number(@Nullable String parameter) {
    return parameter != null && NUMBER.matcher(parameter).matches()
        ? Integer.parseInt(parameter)
        : 1;
  }

  /** The same of a list that has so many items; its last page for one that is beyond. */
  public static int number(@Nullable String parameter, int size, long total) {
    return Math.min(number(parameter), last(size, total));
  }

  private static int last(int size, long total) {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /**
   * The links on a page.
   *
   * @param base an address to which the page's parameter can be added
   * @param number from 1
   */
  public static Pages of(String base, int number, int size, long total, Texts texts) {
    int last = last(size, total);
    long first = Math.min(total, (number - 1L) * size + 1);
    return new Pages(
        texts.format("pages.sentence", first, Math.min(total, (long) number * size), total),
        number > 1 ? href(base, number - 1) : "",
        number < last ? href(base, number + 1) : "",
        IntStream.rangeClosed(Math.max(1, number - AROUND), Math.min(last, number + AROUND))
            .mapToObj(
                page ->
                    new Link(
                        href(base, page),
                        texts.count(page),
                        texts.format("pages.page", page),
                        page == number ? "page" : "false"))
            .toList());
  }

  /** The same links, leading to a part of the page. */
  public Pages to(String part) {
    return new Pages(
        sentence,
        isFirst() ? "" : previous + "#" + part,
        isLast() ? "" : next + "#" + part,
        links.stream()
            .map(
                link ->
                    new Link(link.href() + "#" + part, link.text(), link.label(), link.current()))
            .toList());
  }

  private static String href(String base, int page) {
    return base + (base.endsWith("?") ? "" : "&") + "page=" + page;
  }
}

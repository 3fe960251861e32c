package farol.web.kit;

import farol.domain.shared.SortKey;
import farol.domain.shared.Sorting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The heads of a table's columns. Those by which it can be ordered are links: to the usual order of
 * the column and, where the table is in that order, to the other way round. The address has the
 * column's name, after a {@code -} if the other way round.
 */
public final class TableHeads<K extends Enum<K> & SortKey> {
  private static final String PARAMETER = "sort";

  private final Sorting<K> order;
  private final Sorting<K> usual;
  private final Query kept;
  private final Texts texts;
  private final List<Head> heads = new ArrayList<>();

  /**
   * The head of a column.
   *
   * @param href where it leads; empty where nothing can be ordered by it
   * @param sorted {@code ascending} or {@code descending}, as ARIA has it, or {@code none}
   */
  public record Head(String id, String text, String style, String href, String sorted) {
    public boolean isLink() {
      return !href.isEmpty();
    }
  }

  /**
   * Heads of a table that is in an order.
   *
   * @param usual without a word in the address
   * @param kept what leads to the table, but for its order and page
   */
  public TableHeads(Sorting<K> order, Sorting<K> usual, Query kept, Texts texts) {
    this.order = order;
    this.usual = usual;
    this.kept = kept;
    this.texts = texts;
  }

  /** Reads an order from an address; the usual one for what is none. */
  public static <K extends Enum<K> & SortKey> Sorting<K> read(
      @Nullable String parameter, Sorting<K> usual) {
    if (parameter == null) {
      return usual;
    }
    boolean reversed = parameter.startsWith("-");
    String name = reversed ? parameter.substring(1) : parameter;
    for (K key : usual.key().getDeclaringClass().getEnumConstants()) {
      if (name(key).equals(name)) {
        return new Sorting<>(key, reversed);
      }
    }
    return usual;
  }

  /** The parameters of an address with an order; without it if that is the usual one. */
  public static <K extends Enum<K> & SortKey> Query with(
      Query kept, Sorting<K> order, Sorting<K> usual) {
    return order.equals(usual)
        ? kept
        : kept.with(PARAMETER, (order.reversed() ? "-" : "") + name(order.key()));
  }

  private static String name(Enum<?> key) {
    return key.name().toLowerCase(Locale.ROOT);
  }

  /** A column of texts or times. */
  public TableHeads<K> column(K key, String textKey) {
    return add(key, textKey, "");
  }

  /** A column of numbers. */
  public TableHeads<K> number(K key, String textKey) {
    return add(key, textKey, "number");
  }

  private TableHeads<K> add(K key, String textKey, String style) {
    boolean current = order.key() == key;
    Sorting<K> next = new Sorting<>(key, current && !order.reversed());
    String sorted = order.isDescending() ? "descending" : "ascending";
    heads.add(
        new Head(
            "sort-" + name(key),
            texts.get(textKey),
            style,
            with(kept, next, usual).href(),
            current ? sorted : "none"));
    return this;
  }

  /** A column by which nothing can be ordered. */
  public TableHeads<K> plain(String textKey) {
    heads.add(new Head("", texts.get(textKey), "", "", "none"));
    return this;
  }

  public List<Head> all() {
    return List.copyOf(heads);
  }
}

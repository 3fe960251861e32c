package farol.batch.kit;

/** What the container injects into readers; for tests. */
public final class PageSizes {
  private PageSizes() {}

  /** Has a reader read so many items at once. */
  public static void set(PagedReader<?, ?> reader, int size) {
    reader.pageSize = String.valueOf(size);
  }
}

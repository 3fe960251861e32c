package farol.batch.kit;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list that is too long to be held, in its order and a page at a time; the checkpoint is
 * the place of the last item read.
 *
 * @param <T> an item
 * @param <P> its place in the order
 */
public abstract class PagedReader<T, P extends Serializable> extends AbstractItemReader {
  @Inject @BatchProperty String pageSize;

  private final Class<P> placeType;
  private final Deque<T> page = new ArrayDeque<>();
  private P last;
  private int size;

  /**
   * Begins at the beginning.
   *
   * @param first comes before every item
   */
  @SuppressWarnings("NullAway.Init") // the container injects the rest
  protected PagedReader(Class<P> placeType, P first) {
    this.placeType = placeType;
    this.last = first;
  }

  /** The items that follow after a place, in order; none at the end. */
  protected abstract List<T> page(P after, int most);

  protected abstract P placeOf(T item);

  @Override
  public void open(@Nullable Serializable checkpoint) {
    size = Integer.parseInt(pageSize);
    if (checkpoint != null) {
      last = placeType.cast(checkpoint);
    }
  }

  @Override
  public @Nullable Object readItem() {
    if (page.isEmpty()) {
      page.addAll(page(last, size));
    }
    @Nullable T next = page.poll();
    if (next != null) {
      last = placeOf(next);
    }
    return next;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}

package farol.batch.reprocess;

import farol.batch.kit.PagedReader;
import farol.intake.Kept;
import farol.intake.Rereading;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds all bytes that are kept, in order. */
@Named
@Dependent
public class KeptReader extends PagedReader<Kept, Kept> {
  @Inject Rereading rereading;

  /** Only what came for this domain; empty: all. */
  @Inject @BatchProperty @Nullable String domain;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public KeptReader() {
    super(Kept.class, Kept.NONE);
  }

  @Override
  protected List<Kept> page(Kept after, int most) {
    return rereading.kept(domain == null || domain.isEmpty() ? null : domain, after, most);
  }

  @Override
  protected Kept placeOf(Kept kept) {
    return kept;
  }
}

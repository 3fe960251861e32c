package farol.imports;

import static java.util.Objects.requireNonNull;

import farol.intake.Ending;
import farol.intake.Judged;
import farol.wire.archive.ArchivePlace;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a run of imports comes to, in the order of their files. */
public sealed interface ImportItem {
  long importId();

  /**
   * Something in a file, read and judged.
   *
   * @param readBytes how far the file is read
   */
  record Found(long importId, ArchivePlace place, long readBytes, Judged judged)
      implements ImportItem {
    public Found {
      requireNonNull(place, "place");
      requireNonNull(judged, "judged");
    }
  }

  /**
   * The same, on its way into the database.
   *
   * @param ending completes exceptionally if the database is in trouble
   */
  record Storing(long importId, ArchivePlace place, long readBytes, CompletionStage<Ending> ending)
      implements ImportItem {
    public Storing {
      requireNonNull(place, "place");
      requireNonNull(ending, "ending");
    }
  }

  /**
   * No more of this import is read.
   *
   * @param failure why the rest can't be read, for people; null at its end
   */
  record End(long importId, @Nullable String failure) implements ImportItem {}
}

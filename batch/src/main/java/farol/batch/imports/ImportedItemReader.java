package farol.batch.imports;

import farol.imports.ImportRun;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what imports have that wait on this node. How far each has come is in its row, so there is
 * no checkpoint beside it: each run begins behind what is counted.
 */
@Named
@Dependent
public class ImportedItemReader extends AbstractItemReader {
  @Inject ImportRun run;

  @Override
  public @Nullable Object readItem() throws IOException {
    return run.next();
  }

  @Override
  public void close() throws IOException {
    run.close();
  }
}

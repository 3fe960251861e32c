package farol.batch.imports;

import farol.imports.ImportItem;
import farol.imports.ImportStoring;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sends what was read on its way into the database. */
@Named
@Dependent
public class ImportedItemProcessor implements ItemProcessor {
  @Inject ImportStoring storing;

  @Override
  public Object processItem(Object item) {
    return item instanceof ImportItem.Found found ? storing.begin(found) : item;
  }
}

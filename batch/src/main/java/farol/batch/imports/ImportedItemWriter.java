package farol.batch.imports;

import farol.imports.ImportItem;
import farol.imports.ImportLedger;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Counts a chunk once all of it is stored. */
@Named
@Dependent
public class ImportedItemWriter extends AbstractItemWriter {
  @Inject ImportLedger ledger;

  @Override
  public void writeItems(List<Object> items) {
    ledger.takeIn(items.stream().map(ImportItem.class::cast).toList());
  }
}

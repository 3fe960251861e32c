package farol.batch.imports;

import farol.imports.ImportTidying;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Deletes files that no import needs any more. */
@Named
@Dependent
public class ImportTidy extends AbstractBatchlet {
  @Inject ImportTidying tidying;

  @Override
  public String process() {
    tidying.tidy();
    return "COMPLETED";
  }
}

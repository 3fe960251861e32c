package farol.web.failures;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What failed at all domains of the account. */
@Named("accountFailures")
@RequestScoped
public class FailuresView {
  @Inject FailureTables tables;

  private @Nullable FailureTable table;

  public void load() {
    table = tables.ofAll();
  }

  public @Nullable FailureTable getTable() {
    return table;
  }
}

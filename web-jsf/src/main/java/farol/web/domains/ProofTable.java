package farol.web.domains;

import farol.web.export.Column;
import farol.web.export.Table;
import farol.web.export.TableSource;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Whether DNSSEC proves what DANE stands on, name by name. */
@RequestScoped
public class ProofTable implements TableSource {
  private static final List<Column<ProofRow>> COLUMNS =
      List.of(new Column<>("name", ProofRow::name), new Column<>("proof", ProofRow::code));

  @Inject DomainLooks looks;
  @Inject Texts texts;

  @Override
  public String name() {
    return "proofs";
  }

  @Override
  public Optional<Table<ProofRow>> find(HttpServletRequest request) {
    return looks
        .find(request.getParameter("name"))
        .map(
            shown ->
                new Table<>(
                    shown.domain().name() + "-proofs",
                    COLUMNS,
                    ProofRow.of(shown, texts).stream()));
  }
}

package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.report.ReportKey;
import farol.domain.report.ReportSearch;
import farol.domain.shared.Sorting;
import farol.web.kit.TableHeads.Head;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableHeadsTest {
  @ParameterizedTest
  @CsvSource({
    "failed, FAILED, false",
    "-failed, FAILED, true",
    "-reporter, REPORTER, true",
    ", DAY, false",
    "'', DAY, false",
    "-, DAY, false",
    "--failed, DAY, false",
    "FAILED, DAY, false",
    "received_at; drop table report, DAY, false"
  })
  void readsColumnsOfTheTableAndNoOthers(
      @Nullable String parameter, ReportKey key, boolean reversed) {
    assertThat(TableHeads.read(parameter, ReportSearch.USUAL))
        .isEqualTo(new Sorting<>(key, reversed));
  }

  @Test
  void leadsToEachOrderAndBack() {
    assertThat(heads(Sorting.by(ReportKey.FAILED)))
        .extracting(Head::href, Head::sorted)
        .containsExactly(
            tuple("?name=a&sort=reporter", "none"),
            tuple("?name=a&sort=-failed", "descending"),
            tuple("?name=a", "none"),
            tuple("", "none"));
    assertThat(heads(new Sorting<>(ReportKey.FAILED, true)))
        .element(1)
        .extracting(Head::href, Head::sorted)
        .containsExactly("?name=a&sort=failed", "ascending");
    assertThat(heads(ReportSearch.USUAL))
        .element(2)
        .extracting(Head::href, Head::sorted)
        .containsExactly("?name=a&sort=-day", "descending");
  }

  private static List<Head> heads(Sorting<ReportKey> order) {
    return new TableHeads<>(
            order,
            ReportSearch.USUAL,
            Query.EMPTY.with("name", "a").with("reporter", ""),
            new Texts(Locale.ENGLISH))
        .column(ReportKey.REPORTER, "reports.reporter")
        .number(ReportKey.FAILED, "reports.failed")
        .column(ReportKey.DAY, "reports.window")
        .plain("reports.notes")
        .all();
  }
}

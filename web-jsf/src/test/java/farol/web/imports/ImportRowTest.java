package farol.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import farol.imports.ImportCounts;
import farol.imports.ImportRefusal;
import farol.imports.ImportState;
import farol.imports.ReportImport;
import farol.intake.Verdict;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRowTest {
  private static final Texts TEXTS = new Texts(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource({
    "RECEIVING, 0, 0, false, 0",
    "WAITING, 10, 0, false, 0",
    "RUNNING, 0, 0, false, 0", // a folder, which has no size
    "RUNNING, 3, 1, true, 33",
    "RUNNING, 9000000000000, 8999999999999, true, 99",
    "RUNNING, 3, 4, true, 100",
    "DONE, 3, 3, false, 100"
  })
  void tellsHowFarTheFileIsReadWhileItIs(
      ImportState state, long bytes, long read, boolean reading, int percent) {
    ImportRow row = row(state, bytes, read, ImportCounts.NONE);

    assertThat(row.reading()).isEqualTo(reading);
    assertThat(row.percent()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIVING, true, false",
    "WAITING, true, false",
    "RUNNING, true, false",
    "FAILED, true, true",
    "DONE, false, false",
    "CANCELLED, false, false"
  })
  void offersWhatCanBeDoneWithIt(ImportState state, boolean cancel, boolean retry) {
    ImportRow row = row(state, 0, 0, ImportCounts.NONE);

    assertThat(row.cancellable()).isEqualTo(cancel);
    assertThat(row.retryable()).isEqualTo(retry);
  }

  @Test
  void leadsToWhatWasNotTakenWhereThereIsAny() {
    assertThat(row(ImportState.DONE, 0, 0, new ImportCounts(5, 5, 0, 0, 0)).isPartial()).isFalse();
    assertThat(row(ImportState.DONE, 0, 0, new ImportCounts(0, 0, 1, 0, 0)).isPartial()).isTrue();
    assertThat(row(ImportState.DONE, 0, 0, new ImportCounts(0, 0, 0, 1, 0)).isPartial()).isTrue();
    assertThat(row(ImportState.DONE, 0, 0, new ImportCounts(0, 0, 0, 0, 1)).isPartial()).isTrue();
  }

  @Test
  void reasonsAreInWordsOfThePageWhereThereAreAny() {
    assertThat(untaken("BAD_JSON").reason()).isEqualTo("It is not valid JSON.");
    assertThat(untaken("TRUNCATED").reason()).isEqualTo("It is cut off before its end.");
    assertThat(untaken("OF_A_LATER_FAROL").reason()).isEmpty();
  }

  private static UntakenRow untaken(String code) {
    return UntakenRow.of(new ImportRefusal(0, "a.zip!1", Verdict.REFUSED, code, "why"), TEXTS);
  }

  private static ImportRow row(ImportState state, long bytes, long read, ImportCounts counts) {
    return ImportRow.of(
        new ReportImport(7, "a.zip", Instant.EPOCH, "ann", state, null, bytes, read, counts, null),
        false,
        TEXTS);
  }
}

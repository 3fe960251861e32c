package farol.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableWriterTest {
  @Test
  void beginsWithTheNamesOfTheColumnsAndEndsEachLineAsTheRfcWants() throws IOException {
    assertThat(csv(List.of(row("a", 1L), row("b", 2L)), "name", "failed"))
        .isEqualTo("name,failed\r\na,1\r\nb,2\r\n");
  }

  @Test
  void hasALineOfNamesWhereThereAreNoRows() throws IOException {
    assertThat(csv(List.of(), "name", "failed")).isEqualTo("name,failed\r\n");
  }

  @Test
  void leavesNumbersTruthsDaysAndTimesAsTheyAre() throws IOException {
    assertThat(
            line(
                -3,
                1_000_000_000_000_000L,
                true,
                LocalDate.parse("2026-11-29"),
                Instant.parse("2026-11-29T08:00:00Z")))
        .isEqualTo("-3,1000000000000000,true,2026-11-29,2026-11-29T08:00:00Z");
  }

  @Test
  void leavesCellsEmptyWhereThereIsNothing() throws IOException {
    assertThat(line("a", null, "", List.of())).isEqualTo("a,,,");
  }

  @Test
  void putsSeveralTextsIntoOneCell() throws IOException {
    assertThat(line(List.of("LATE", "OTHER_DOMAIN"), "b")).isEqualTo("LATE OTHER_DOMAIN,b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b",
        "say \"hello\"",
        "two\nlines",
        "two\r\nlines",
        "a\rb",
        " blank ",
        "Zoë's café ✓ 😀",
        "'",
        "v=STSv1; id=1",
        "mx.example.com",
        "a=b",
        "1-2",
        "tls@example.com",
        "; -",
        "a;b"
      })
  void keepsHarmlessTextAsItIs(String text) throws IOException {
    assertThat(read(text)).containsExactly(text, "after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r1",
        "\n1",
        "=HYPERLINK(\"https://a\",\"b\")",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "-",
        "=cmd|' /C calc'!A0"
      })
  void makesTextOfFormulas(String text) throws IOException {
    assertThat(read(text)).containsExactly("'" + text, "after");
  }

  /** Semicolons separate cells where commas separate decimals, as in Brazil. */
  @Test
  void makesTextOfFormulasThatAreFormulasWhereSemicolonsSeparate() throws IOException {
    assertThat(read("a;=1+1;\"=2+2\";b\n-3")).containsExactly("a;'=1+1;'\"=2+2\";b\n'-3", "after");
    assertThat(read("\r=1")).containsExactly("'\r'=1", "after");
  }

  @Test
  void makesTextOfFormulasAmongSeveralTexts() throws IOException {
    assertThat(line(List.of("=1", "=2"), "b")).isEqualTo("'=1 =2,b");
  }

  @Test
  void replacesHalfOfACharacterRatherThanBreakTheFile() throws IOException {
    assertThat(line("a\ud83d", "b")).isEqualTo("a?,b");
  }

  private static String line(@Nullable Object... cells) throws IOException {
    String[] names = new String[cells.length];
    Arrays.fill(names, "n");
    return csv(List.of(row(cells)), names).lines().skip(1).findFirst().orElseThrow();
  }

  /** The cells of a row as a reader of CSV finds them. */
  private static List<String> read(String text) throws IOException {
    return CsvReader.builder()
        .ofCsvRecord(csv(List.of(row(text, "after")), "name", "other"))
        .stream()
        .skip(1)
        .findFirst()
        .orElseThrow()
        .getFields();
  }

  private static List<Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }

  static String csv(List<List<Object>> rows, String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTableWriter.write(Tables.of(rows, names), out);
    return out.toString(UTF_8);
  }
}

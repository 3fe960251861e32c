package farol.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes tables as CSV with a line of column names. Whoever sends reports can have texts in them
 * that a spreadsheet would take for formulas: an apostrophe before them makes them texts again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class CsvTableWriter {
  private static final String SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"; // the last four full-width

  /**
   * Where a formula would begin: at the start of a cell, and wherever a spreadsheet would start one
   * that separates by semicolons, as it does in Brazil, and takes quotes within a cell as they are.
   */
  private static final Pattern FORMULA =
      Pattern.compile("^(?=[" + SIGNS + "\t\r\n])|(?<=[;\r\n])(?=\"*[" + SIGNS + "])");

  private CsvTableWriter() {}

  /** Leaves the stream open. */
  static <R> void write(Table<R> table, OutputStream out) throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, UTF_8));
    csv.writeRecord(table.columns().stream().map(Column::name).toList());
    table
        .rows()
        .forEach(
            row ->
                csv.writeRecord(
                    table.columns().stream().map(column -> cell(column.cell(row))).toList()));
    csv.flush();
  }

  private static String cell(JsonNode value) {
    if (value.isNumber() || value.isBoolean()) {
      return value.asText();
    }
    return FORMULA.matcher(text(value)).replaceAll("'");
  }

  /** Several texts stand side by side; nothing is an empty cell. */
  private static String text(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::textValue)
            .collect(Collectors.joining(" "))
        : value.asText("");
  }
}

package farol.web.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes tables as JSON: {@code {"items":[…]}}, as the API answers with lists. */
final class JsonTableWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonTableWriter() {}

  /** Leaves the stream open. */
  static <R> void write(Table<R> table, OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    json.writeStartObject();
    json.writeArrayFieldStart("items");
    for (Iterator<R> rows = table.rows().iterator(); rows.hasNext(); ) {
      R row = rows.next();
      json.writeStartObject();
      for (Column<R> column : table.columns()) {
        json.writeFieldName(column.name());
        json.writeTree(column.cell(row));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }
}

package farol.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** What a table can be taken away as. */
enum TableFormat {
  CSV("text/csv; charset=UTF-8; header=present") {
    @Override
    void write(Table<?> table, OutputStream out) throws IOException {
      CsvTableWriter.write(table, out);
    }
  },
  JSON("application/json") {
    @Override
    void write(Table<?> table, OutputStream out) throws IOException {
      JsonTableWriter.write(table, out);
    }
  };

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** What names of files end in. */
  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract void write(Table<?> table, OutputStream out) throws IOException;
}

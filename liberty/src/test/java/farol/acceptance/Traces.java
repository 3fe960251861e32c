package farol.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Where an installation has a text of ASCII characters, in whatever it keeps. */
final class Traces {
  private Traces() {}

  /** The files below a folder that contain it, whatever else they are. */
  static List<Path> inFiles(Path folder, String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file, ISO_8859_1).contains(text);
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The tables that contain it in a column of any type, PostgreSQL's own included. A row is read as
   * text, in which bytes are hexadecimal; so what is stored compressed is found as well.
   */
  static List<String> inTables(Connection database, String text) throws SQLException {
    List<String> tables = new ArrayList<>();
    for (String table : tables(database)) {
      try (PreparedStatement query =
          database.prepareStatement(
              "select 1 from %s as t where position(? in t::text) > 0 or position(? in t::text) > 0"
                  .formatted(table))) {
        query.setString(1, text);
        query.setString(2, HexFormat.of().formatHex(text.getBytes(US_ASCII)));
        try (ResultSet found = query.executeQuery()) {
          if (found.next()) {
            tables.add(table);
          }
        }
      }
    }
    return tables;
  }

  private static List<String> tables(Connection database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet table =
            statement.executeQuery(
                """
                select format('%I.%I', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm')
                """)) {
      while (table.next()) {
        tables.add(table.getString(1));
      }
    }
    return tables;
  }
}

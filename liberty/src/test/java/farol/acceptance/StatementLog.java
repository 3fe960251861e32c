package farol.acceptance;

import farol.launcher.ExternalPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All statements that a database is asked to run, by whomever, as it writes them into its log. */
final class StatementLog {
  /** A line of the log's own; those of a statement's text that follow begin with a tab. */
  private static final Pattern LINE = Pattern.compile("\\S+ \\S+ UTC \\[\\d+] (\\w+):  (.*)");

  private static final Pattern EXECUTED =
      Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
  private static final Pattern OF_TRANSACTIONS =
      Pattern.compile("(?i)(begin|commit|rollback|set|show)\\b.*", Pattern.DOTALL);

  private final Path file;

  private StatementLog(Path file) {
    this.file = file;
  }

  static StatementLog of(ExternalPostgres postgres) throws SQLException {
    try (Connection connection = postgres.connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set log_statement = 'all'");
      statement.execute("select pg_reload_conf()");
    }
    return new StatementLog(postgres.folder().resolve("postgresql.log"));
  }

  /** Where the log ends now. */
  long end() throws IOException {
    return Files.size(file);
  }

  /**
   * The statements since then, each with its values; those that begin and end transactions are left
   * out, and the empty ones by which a pool tries a connection.
   */
  List<String> since(long start) throws IOException {
    List<String> statements = new ArrayList<>();
    for (String entry : entries(text(start))) {
      Matcher executed = EXECUTED.matcher(entry);
      if (entry.startsWith("Parameters: ") && !statements.isEmpty()) {
        statements.set(statements.size() - 1, statements.get(statements.size() - 1) + " " + entry);
      } else if (executed.matches()) {
        statements.add(executed.group(1));
      }
    }
    statements.removeIf(
        statement -> statement.isBlank() || OF_TRANSACTIONS.matcher(statement).matches());
    return statements;
  }

  private static List<String> entries(String text) {
    List<String> entries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher first = LINE.matcher(line);
      if (first.matches()) {
        entries.add(first.group(2));
      } else if (!entries.isEmpty()) {
        entries.set(entries.size() - 1, entries.get(entries.size() - 1) + " " + line.strip());
      }
    }
    return entries;
  }

  private String text(long start) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(log.length() - start)];
      log.seek(start);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}

package farol.launcher;

import farol.dns.DnsServers;
import farol.mailbox.MailboxFile;
import farol.settings.Setting;
import farol.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command {@code farol}: {@code run} (also without a word) starts everything and stays in the
 * foreground until it is told to stop; {@code backup FILE} writes all that the data directory holds
 * into a file, and {@code restore FILE} makes a data directory of one; {@code import PATH…} imports
 * old reports into this Farol or another. Exit code 130 after an orderly stop by Ctrl-C and 143
 * after one by SIGTERM, 1 when Farol could not start or broke down, or not all was imported, 2 when
 * it was called wrongly or a setting is wrong.
 */
public final class Main {
  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;
  private static final Set<String> WITH_FILE = Set.of("backup", "restore");
  private static final String TOKEN = "FAROL_TOKEN";

  // Each step that fails says so itself, in one line. Held here, for loggers are only weakly held.
  private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    String command = arguments.isEmpty() ? "run" : arguments.get(0);
    if (!isOrder(command, arguments)) {
      ERR.println(
          "usage: farol [run] | backup FILE | restore FILE | import PATH…"
              + "   (settings: FAROL_… environment variables, see docs/operating.md)");
      return 2;
    }
    MIGRATION_LOG.setLevel(Level.WARNING);
    try {
      if (command.equals("import")) {
        return importReports(ImportWords.of(arguments.subList(1, arguments.size())));
      }
      Settings settings = Settings.of(System.getenv());
      Path data = Path.of(settings.text(Setting.DATA_DIR));
      if (command.equals("backup")) {
        return backUp(settings, data, Path.of(arguments.get(1)));
      }
      if (command.equals("restore")) {
        return restore(Path.of(arguments.get(1)), data);
      }
      DnsServers.parse(settings.find(Setting.DNS_SERVERS).orElse(""));
      MailboxFile.of(settings);
      return new Farol(
              settings, Installation.at(Path.of(System.getProperty("farol.home", "."))), OUT)
          .run();
    } catch (IllegalArgumentException wrong) {
      ERR.println(fails(command) + wrong.getMessage());
      return 2;
    } catch (StartFailure failure) {
      ERR.println(fails(command) + failure.getMessage());
      return 1;
    }
  }

  private static boolean isOrder(String command, List<String> arguments) {
    return switch (command) {
      case "run" -> arguments.size() <= 1;
      case "import" -> true; // says itself what is wrong
      default -> WITH_FILE.contains(command) && arguments.size() == 2;
    };
  }

  private static String fails(String command) {
    return command.equals("run") ? "Farol can't start: " : "Farol can't " + command + ": ";
  }

  private static int backUp(Settings settings, Path data, Path file) throws StartFailure {
    Backup.of(data, file);
    OUT.println("Backed up " + data.toAbsolutePath().normalize() + " to " + file);
    if (settings.find(Setting.DATABASE_URL).isPresent()) {
      OUT.println("The database is not in it, for it is elsewhere: back it up with pg_dump.");
    }
    return 0;
  }

  private static int restore(Path file, Path data) throws StartFailure {
    Restore.from(file, data);
    OUT.println("Restored " + data.toAbsolutePath().normalize() + " from " + file);
    return 0;
  }

  private static int importReports(ImportWords words) throws StartFailure {
    ImportTarget target =
        words.url() == null
            ? ImportHere.of(settingsWithoutToken(), words.account())
            : new ImportElsewhere(words.url(), token(words), words.trusted());
    return new ImportCommand(target, OUT, ERR, Duration.ofSeconds(1)).run(words.paths()) ? 0 : 1;
  }

  /** It is no setting, and may be in the environment of whoever imports elsewhere, too. */
  private static Settings settingsWithoutToken() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove(TOKEN);
    return Settings.of(environment);
  }

  private static String token(ImportWords words) throws StartFailure {
    if (words.tokenFile() == null) {
      return Optional.ofNullable(System.getenv(TOKEN))
          .map(String::strip)
          .orElseThrow(
              () -> new IllegalArgumentException("a token is needed, by --token-file or " + TOKEN));
    }
    try {
      return Files.readString(words.tokenFile()).strip();
    } catch (IOException e) {
      throw new StartFailure("the token's file can't be read (" + e + ")", e);
    }
  }
}

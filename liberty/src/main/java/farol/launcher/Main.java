package farol.launcher;

import farol.dns.DnsServers;
import farol.settings.Setting;
import farol.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command {@code farol}: {@code run} (also without a word) starts everything and stays in the
 * foreground until it is told to stop. Exit code 130 after an orderly stop by Ctrl-C and 143 after
 * one by SIGTERM, 1 when Farol could not start or broke down, 2 when it was called wrongly or a
 * setting is wrong.
 */
public final class Main {
  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;

  // Each step that fails says so itself, in one line. Held here, for loggers are only weakly held.
  private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    if (!arguments.isEmpty() && !arguments.equals(List.of("run"))) {
      ERR.println(
          "usage: farol [run]   (settings: FAROL_… environment variables, see docs/operating.md)");
      return 2;
    }
    MIGRATION_LOG.setLevel(Level.WARNING);
    try {
      Settings settings = Settings.of(System.getenv());
      DnsServers.parse(settings.find(Setting.DNS_SERVERS).orElse(""));
      return new Farol(
              settings, Installation.at(Path.of(System.getProperty("farol.home", "."))), OUT)
          .run();
    } catch (IllegalArgumentException wrong) {
      ERR.println("Farol can't start: " + wrong.getMessage());
      return 2;
    } catch (StartFailure failure) {
      ERR.println("Farol can't start: " + failure.getMessage());
      return 1;
    }
  }
}

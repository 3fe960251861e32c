package farol.acceptance;

import farol.launcher.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** People of the tests beside {@code admin}, put into the server's user registry. */
public final class People {
  private static final Path CONFIGURATION =
      Launch.HOME.resolve("wlp/usr/servers/farol/configDropins/overrides/people.xml");

  private People() {}

  /**
   * Has the servers know them that are started from now on; all have {@code admin}'s password. The
   * one called {@code auditor} is one.
   */
  public static void register(String... names) throws IOException {
    Files.createDirectories(CONFIGURATION.getParent());
    String users =
        Arrays.stream(names)
            .map(
                name ->
                    "<user name=\"%s\" password=\"%s\"/>".formatted(name, RunningFarol.PASSWORD))
            .collect(Collectors.joining());
    Files.writeString(
        CONFIGURATION,
        """
        <server><basicRegistry id="basic">
          %s<group name="auditors"><member name="auditor"/></group>
        </basicRegistry></server>
        """
            .formatted(users));
  }

  /** Has the servers forget them. */
  public static void forget() throws IOException {
    Files.deleteIfExists(CONFIGURATION);
  }
}

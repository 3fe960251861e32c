package farol.launcher;

import java.nio.file.Path;

/**
 * What the distribution brings; never written to, so that an upgrade may replace it whole.
 *
 * @param liberty the server runtime
 */
record Installation(Path liberty) {
  static Installation at(Path home) {
    return new Installation(home.toAbsolutePath().normalize().resolve("wlp"));
  }
}

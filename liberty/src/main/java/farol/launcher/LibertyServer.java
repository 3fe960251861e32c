package farol.launcher;

import static java.lang.System.Logger.Level.WARNING;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Open Liberty server as a process of its own. Its logs and work area are in the data
 * directory, and so is a note of the process: if the launcher is killed the server lives on, and
 * the next start stops it.
 */
final class LibertyServer {
  private static final System.Logger LOGGER = System.getLogger(LibertyServer.class.getName());
  private static final String NAME = "farol";
  private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

  private final Process process;
  private final Path log;

  private LibertyServer(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static LibertyServer start(
      Installation installation, DataDirectory data, Map<String, String> environment)
      throws StartFailure {
    Path logs = data.folder("logs");
    Path log = logs.resolve("server.log");
    List<String> command =
        new ArrayList<>(
            List.of("sh", installation.liberty().resolve("bin/server").toString(), "run", NAME));
    if (isNewApplication(installation, data)) {
      command.add("--clean");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile());
    Map<String, String> all = builder.environment();
    all.putAll(environment);
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("WLP_USER_DIR", userDirectory(installation, data).toString());
    all.put("WLP_OUTPUT_DIR", data.folder("liberty").toString());
    all.put("LOG_DIR", logs.toString());
    // FFDC files repeat request URIs, and so tokens: a file where the folder would be keeps Liberty
    // from writing any.
    try {
      if (Files.notExists(logs.resolve("ffdc"))) {
        Files.createFile(logs.resolve("ffdc"));
      }
      Process process = builder.start();
      noteIn(data).write(process.toHandle());
      return new LibertyServer(process, log);
    } catch (IOException e) {
      throw new StartFailure("the server can't be started (" + e + ")", e);
    }
  }

  /** Stops the server that a killed launcher left, if it is still there. */
  static void stopLeftOver(DataDirectory data) throws StartFailure {
    Optional<ProcessHandle> leftOver = noteIn(data).find();
    if (leftOver.isEmpty()) {
      return;
    }
    LOGGER.log(WARNING, "an earlier run left the server running; it is started anew");
    try {
      stop(leftOver.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("stopped while starting", e);
    }
  }

  private static ProcessNote noteIn(DataDirectory data) throws StartFailure {
    return new ProcessNote(data.folder("liberty").resolve("process"));
  }

  /**
   * The server's configuration under a path that every installation shares. By this path a server
   * that starts knows the job runs that it left behind when it was killed, and marks them as
   * failed.
   */
  private static Path userDirectory(Installation installation, DataDirectory data)
      throws StartFailure {
    Path link = data.folder("liberty").resolve("usr");
    try {
      Files.deleteIfExists(link);
      return Files.createSymbolicLink(link, installation.liberty().resolve("usr"));
    } catch (IOException e) {
      throw new StartFailure("the link " + link + " can't be made (" + e + ")", e);
    }
  }

  /**
   * Whether the data directory last ran another application. Liberty keeps unpacked modules and
   * takes them for current by their time stamps, which are alike in all builds of one version.
   */
  private static boolean isNewApplication(Installation installation, DataDirectory data)
      throws StartFailure {
    Path application =
        installation.liberty().resolve("usr/servers").resolve(NAME).resolve("apps/farol.ear");
    Path known = data.folder("liberty").resolve("application.sha256");
    try {
      String digest =
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(application)));
      if (Files.exists(known) && Files.readString(known).equals(digest)) {
        return false;
      }
      Files.writeString(known, digest);
      return true;
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new StartFailure("the application " + application + " can't be read (" + e + ")", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Where the server's own messages are. */
  Path log() {
    return log;
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Stops the server, requests under way first; kills it only when that takes too long. */
  void stop() throws InterruptedException {
    stop(process.toHandle());
  }

  private static void stop(ProcessHandle process) throws InterruptedException {
    CompletableFuture<ProcessHandle> end = process.onExit();
    process.destroy();
    try {
      end.get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException tooLong) {
      process.destroyForcibly();
      end.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of the server can't be awaited", e);
    }
  }
}

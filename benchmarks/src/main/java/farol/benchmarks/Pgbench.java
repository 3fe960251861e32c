package farol.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The yardstick of what the machine and its PostgreSQL can do: PostgreSQL's own pgbench, which
 * inserts single rows into a table of few columns in Farol's database, each in a transaction of its
 * own.
 */
final class Pgbench {
  private static final String SCRIPT = "insert.sql";
  private static final String LOG = "latencies";
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private static final String TABLE =
      """
      create table if not exists yardstick (
        id bigint generated always as identity primary key,
        domain_id bigint not null,
        day date not null,
        organization text not null,
        report_id text not null,
        successful bigint not null,
        failed bigint not null,
        received_at timestamptz not null
      );
      create index if not exists yardstick_day_ix on yardstick (domain_id, day, id);
      """;

  private static final String INSERT =
      """
      \\set number random(1, 1000000000)
      \\set day random(0, 59)
      insert into yardstick (domain_id, day, organization, report_id, successful, failed, received_at) \
      values (1, date '2026-09-01' + :day::int, 'Sender ' || :day::int, 'yardstick-' || :number::int, :number::int, 0, now());
      """;

  private final Map<String, String> databaseAddress;
  private final Path folder;

  private Pgbench(Map<String, String> databaseAddress, Path folder) {
    this.databaseAddress = databaseAddress;
    this.folder = folder;
  }

  /** Says what to install where it is missing; to be asked before a benchmark takes its time. */
  static void require() throws IOException, InterruptedException {
    try {
      var unused = new Pgbench(Map.of(), Path.of(".")).run("--version");
    } catch (IOException missing) {
      throw new IOException(
          "this needs PostgreSQL's pgbench, on Debian: apt-get install postgresql-15", missing);
    }
  }

  static Pgbench on(LoadedFarol farol) throws IOException, SQLException {
    farol.execute(TABLE);
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pgbench-");
    Files.writeString(folder.resolve(SCRIPT), INSERT);
    return new Pgbench(farol.databaseAddress(), folder);
  }

  /** Inserts a second by so many clients at once. */
  double rate(int clients, Duration time) throws IOException, InterruptedException {
    String printed = insert(clients, time);
    Matcher rate = RATE.matcher(printed);
    if (!rate.find()) {
      throw new IOException("pgbench printed no rate: " + printed);
    }
    return Double.parseDouble(rate.group(1));
  }

  /** Of each insert by one client. */
  Latencies latencies(Duration time) throws IOException, InterruptedException {
    var unused = insert(1, time, "--log", "--log-prefix=" + LOG);
    Latencies latencies = new Latencies();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path log :
          files.filter(file -> file.getFileName().toString().startsWith(LOG)).toList()) {
        for (String insert : Files.readAllLines(log)) {
          latencies.add(Duration.of(microseconds(insert), ChronoUnit.MICROS).toNanos());
        }
        Files.delete(log);
      }
    }
    return latencies;
  }

  /** The third word: client and number of the transaction come before it. */
  private static long microseconds(String logged) {
    return Long.parseLong(logged.split(" ", 4)[2]);
  }

  private String insert(int clients, Duration time, String... more)
      throws IOException, InterruptedException {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--no-vacuum",
                "--protocol=prepared",
                "--file=" + SCRIPT,
                "--client=" + clients,
                "--jobs=" + Math.min(clients, 2),
                "--time=" + time.toSeconds()));
    options.addAll(List.of(more));
    return run(options.toArray(String[]::new));
  }

  private String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("pgbench"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(databaseAddress);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pgbench failed: " + printed);
    }
    return printed;
  }
}

package farol.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * P2: reports a second where each comes over a TLS connection of its own, against the same requests
 * to an address that no collector has, which the same servlet turns away unread. Both by full
 * handshakes, as who reports once a day makes them, and by resumed sessions.
 */
public final class NewConnections {
  private static final PrintStream OUT = System.out;
  private static final int CONNECTIONS = 32;
  private static final int ROUNDS = 3;
  private static final int TURNED_AWAY = 404;
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private NewConnections() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    try (LoadedFarol farol = LoadedFarol.start(Map.of())) {
      double resumed = ratio(farol, Connecting.RESUMED);
      double full = ratio(farol, Connecting.NEW);
      OUT.printf(Locale.ROOT, "with resumed sessions %.2f%n", resumed);
      OUT.printf(Locale.ROOT, "P2 %.2f (goal: at least 0.75)%n", full);
    }
  }

  private static double ratio(LoadedFarol farol, Connecting connecting)
      throws InterruptedException, ExecutionException {
    URI nowhere = farol.collector().resolve("nowhere");
    Load reports = new Load(farol.collector(), CONNECTIONS, connecting);
    Load turnedAway = new Load(nowhere, CONNECTIONS, connecting);
    reports.warmUp();
    var unused = turnedAway.run(MEASURED);
    Answers stored = new Answers();
    Answers refused = new Answers();
    for (int round = 0; round < ROUNDS; round++) {
      refused.addAll(measure(connecting + " turned away", turnedAway));
      stored.addAll(measure(connecting + " reports", reports));
    }
    check(connecting, stored);
    check(connecting, refused);
    return stored.rate(LoadedFarol.STORED) / refused.rate(TURNED_AWAY);
  }

  /** All handshakes in full, or none but the first of each sender. */
  private static void check(Connecting connecting, Answers answers) {
    long others = answers.connections() - answers.handshakes();
    long wrong = connecting == Connecting.NEW ? others : answers.handshakes();
    if (wrong > CONNECTIONS) {
      throw new IllegalStateException("not all connections were " + connecting + ": " + answers);
    }
  }

  private static Answers measure(String name, Load load)
      throws InterruptedException, ExecutionException {
    Answers answers = load.run(MEASURED);
    OUT.printf("%-20s %s%n", name, answers);
    return answers;
  }
}

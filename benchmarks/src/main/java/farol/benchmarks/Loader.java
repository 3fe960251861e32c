package farol.benchmarks;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;

/** Posts the mix of reports to any collector, to watch a server under load by hand. */
public final class Loader {
  private static final PrintStream OUT = System.out;
  private static final int LONGEST_ROUND_SECONDS = 10;
  private static final String USAGE =
      "usage: benchmarks/run Loader COLLECTOR_URL [--connections N] [--seconds S]"
          + " [--new-connections | --resumed-connections]";

  private URI collector = URI.create("");
  private int connections = 32;
  private int seconds = 30;
  private Connecting connecting = Connecting.KEPT;

  private Loader() {}

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    Loader loader = new Loader();
    try {
      loader.read(new ArrayDeque<>(List.of(arguments)));
    } catch (IllegalArgumentException | NoSuchElementException misunderstood) {
      OUT.println(USAGE);
      return;
    }
    loader.run();
  }

  private void read(Deque<String> words) {
    collector = URI.create(words.pop());
    while (!words.isEmpty()) {
      String word = words.pop();
      switch (word) {
        case "--connections" -> connections = Integer.parseInt(words.pop());
        case "--seconds" -> seconds = Integer.parseInt(words.pop());
        case "--new-connections" -> connecting = Connecting.NEW;
        case "--resumed-connections" -> connecting = Connecting.RESUMED;
        default -> throw new IllegalArgumentException(word);
      }
    }
  }

  /** A line every few seconds, and one for all of them. */
  private void run() throws InterruptedException, ExecutionException {
    Load load = new Load(collector, connections, connecting);
    Answers all = new Answers();
    for (int left = seconds; left > 0; left -= LONGEST_ROUND_SECONDS) {
      Answers round = load.run(Duration.ofSeconds(Math.min(left, LONGEST_ROUND_SECONDS)));
      OUT.println(round);
      all.addAll(round);
    }
    OUT.println("all " + all);
  }
}

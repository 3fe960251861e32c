package farol.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A state that a domain may be in: one line of the table {@code states.txt}, whose head says what
 * the words in it mean. Each has a mail server and a policy host of its own.
 *
 * @param number of its line; the last byte of its servers' addresses
 * @param domain its name
 * @param setup what is set up there
 * @param expected what Farol must find there, and nothing else
 */
record State(int number, String domain, Map<String, String> setup, Found expected) {
  State {
    setup = Map.copyOf(setup);
  }

  /** All of them. */
  static List<State> all() throws IOException {
    List<State> states = new ArrayList<>();
    try (InputStream table =
        Objects.requireNonNull(State.class.getResourceAsStream("states.txt"))) {
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> states.add(parse(states.size() + 1, line)));
    }
    return List.copyOf(states);
  }

  private static State parse(int number, String line) {
    String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    if (cells.length != 6) {
      throw new IllegalArgumentException("a state must have 6 cells, got " + line);
    }
    Map<String, String> setup =
        Arrays.stream(cells[1].split(" +"))
            .map(word -> word.split(":", 2))
            .collect(Collectors.toMap(word -> word[0], word -> word[1]));
    return new State(
        number, cells[0] + ".example", setup, new Found(cells[2], cells[3], cells[4], cells[5]));
  }

  /** What is set up of some kind; empty if nothing is. */
  String get(String kind) {
    return setup.getOrDefault(kind, "");
  }

  /** The mail server; a good one unless the table says otherwise. */
  String mail() {
    return setup.getOrDefault("mail", "good");
  }

  /** The policy host; a good one if there is a policy. */
  String web() {
    return setup.getOrDefault("web", get("sts").isEmpty() ? "" : "good");
  }

  String mailHost() {
    return "mx." + domain;
  }

  String policyHost() {
    return "mta-sts." + domain;
  }

  String mailAddress() {
    return "127.25.1." + number;
  }

  String policyAddress() {
    return "127.25.2." + number;
  }

  /** For the name of a test. */
  @Override
  public String toString() {
    return domain;
  }
}

package farol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Real reports, damaged in ways that a fixed seed decides. Whatever comes out of it, the answer is
 * a reading: an exception fails the test, and names the round to repeat.
 */
class DamagedReportsTest {
  private static final int ROUNDS = 20_000;
  private static final String[] CONTENT_TYPES = {
    null, "application/tlsrpt+json", "application/tlsrpt+gzip"
  };
  private static final String[] TOKENS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "-1",
    "1e99",
    "0.5",
    "\\u0000",
    "\\ud800",
    "\"policies\"",
    "\"policy\"",
    "\"summary\"",
    "\"failure-details\"",
    "9".repeat(400)
  };

  private final Random random = new Random(8460);

  @Test
  void noDamageMakesTheReaderThrow() {
    List<byte[]> originals = originals();
    int accepted = 0;

    for (int round = 0; round < ROUNDS; round++) {
      byte[] body = damage(pick(originals), originals);
      Reading reading = read(round, random.nextInt(4) == 0 ? Bodies.gzip(body) : body);
      accepted += reading instanceof Reading.Accepted ? 1 : 0;
    }

    assertThat(accepted)
        .as("damage that goes past the first checks")
        .isBetween(ROUNDS / 50, ROUNDS);
  }

  private Reading read(int round, byte[] body) {
    String contentType = CONTENT_TYPES[random.nextInt(CONTENT_TYPES.length)];
    String encoding = random.nextInt(8) == 0 ? "gzip" : null;
    try {
      return Bodies.read(body, contentType, encoding);
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever it throws is the defect looked for; the round tells how to repeat it.
      throw new AssertionError("round " + round, e);
    }
  }

  private static List<byte[]> originals() {
    List<byte[]> originals = new ArrayList<>();
    for (String[] columns : Bodies.index("reports/INDEX.tsv")) {
      byte[] json = Bodies.file("reports/" + columns[0]);
      originals.add(json);
      originals.add(Bodies.gzip(json));
    }
    return originals;
  }

  private byte[] damage(byte[] original, List<byte[]> others) {
    byte[] body = original;
    int wounds = 1 + random.nextInt(3);
    for (int i = 0; i < wounds; i++) {
      body =
          switch (random.nextInt(5)) {
            case 0 -> flip(body);
            case 1 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 2 -> splice(body, pick(others));
            case 3 -> insert(body, Bodies.utf8(TOKENS[random.nextInt(TOKENS.length)]));
            default -> repeat(body);
          };
    }
    return body;
  }

  private byte[] flip(byte[] body) {
    byte[] flipped = body.clone();
    if (body.length > 0) {
      flipped[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] splice(byte[] head, byte[] tail) {
    return Bodies.concat(
        Arrays.copyOf(head, random.nextInt(head.length + 1)),
        Arrays.copyOfRange(tail, random.nextInt(tail.length + 1), tail.length));
  }

  private byte[] insert(byte[] body, byte[] token) {
    int at = random.nextInt(body.length + 1);
    return Bodies.concat(Arrays.copyOf(body, at), token, Arrays.copyOfRange(body, at, body.length));
  }

  private byte[] repeat(byte[] body) {
    int from = random.nextInt(body.length + 1);
    int to = from + random.nextInt(body.length + 1 - from);
    return insert(body, Arrays.copyOfRange(body, from, to));
  }

  private byte[] pick(List<byte[]> from) {
    return from.get(random.nextInt(from.size()));
  }
}

package farol.domain.lookup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Answers of DNS that mean harm, kept under {@code farol/hostile/txt}: one record a line, its
 * strings in hexadecimal with a space between two; a hyphen is a string of no bytes.
 */
public final class HostileTxt {
  private HostileTxt() {}

  /** The answer in a file, as a {@link RecordLookup} shows it. */
  public static List<String> read(String file) throws IOException {
    try (InputStream in = HostileTxt.class.getResourceAsStream("/farol/hostile/txt/" + file)) {
      if (in == null) {
        throw new IOException("no hostile/txt/" + file);
      }
      return TxtValues.of(
          new String(in.readAllBytes(), US_ASCII).lines().map(HostileTxt::bytes).toList());
    }
  }

  /** All answers, in no order. */
  public static List<List<String>> all() throws IOException, URISyntaxException {
    List<List<String>> all = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            Path.of(HostileTxt.class.getResource("/farol/hostile/txt").toURI()))) {
      for (Path file : files) {
        all.add(read(file.getFileName().toString()));
      }
    }
    return all;
  }

  private static byte[] bytes(String line) {
    return line.equals("-") ? new byte[0] : HexFormat.of().parseHex(line.replace(" ", ""));
  }
}

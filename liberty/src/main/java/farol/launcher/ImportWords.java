package farol.launcher;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command {@code import} was told.
 *
 * @param paths files and folders, at least one
 * @param url the portal's address of the Farol to import into; null: the installation itself
 * @param tokenFile where the token for that is; null: in the environment
 * @param trusted PEM file with the certificate that the server is trusted by; null: Java's own
 * @param account whose domains the reports are about, on the installation; null: its only one
 */
record ImportWords(
    List<Path> paths,
    @Nullable URI url,
    @Nullable Path tokenFile,
    @Nullable Path trusted,
    @Nullable String account) {
  static final String USAGE =
      "usage: farol import PATH… [--account NAME]"
          + " | import PATH… --url https://HOST:PORT [--token-file FILE] [--ca FILE]"
          + "   (a file or a folder each; the token may be in FAROL_TOKEN; see docs/operating.md)";

  ImportWords {
    paths = List.copyOf(paths);
  }

  /**
   * Reads the words after {@code import}.
   *
   * @throws IllegalArgumentException if they are no such order
   */
  static ImportWords of(List<String> words) {
    Deque<String> left = new ArrayDeque<>(words);
    List<Path> paths = new ArrayList<>();
    URI url = null;
    Path tokenFile = null;
    Path trusted = null;
    String account = null;
    while (!left.isEmpty()) {
      String word = left.pop();
      switch (word) {
        case "--url" -> url = address(value(word, left));
        case "--token-file" -> tokenFile = path(value(word, left));
        case "--ca" -> trusted = path(value(word, left));
        case "--account" -> account = value(word, left);
        default -> paths.add(pathIn(word));
      }
    }
    require(!paths.isEmpty(), "say what to import");
    require(url == null || account == null, "--account is for the installation, a token has one");
    require(url != null || tokenFile == null, "--token-file needs --url");
    require(url != null || trusted == null, "--ca needs --url");
    return new ImportWords(paths, url, tokenFile, trusted, account);
  }

  private static String value(String word, Deque<String> left) {
    require(!left.isEmpty(), word + " needs a value");
    return left.pop();
  }

  private static Path pathIn(String word) {
    require(!word.startsWith("--"), "there is no " + word);
    return path(word);
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a path: " + word, e);
    }
  }

  private static URI address(String word) {
    URI url = URI.create(word.endsWith("/") ? word : word + "/");
    require("https".equals(url.getScheme()) && url.getHost() != null, "--url must be https://…");
    return url;
  }

  private static void require(boolean isMet, String rule) {
    if (!isMet) {
      throw new IllegalArgumentException(rule + "; " + USAGE);
    }
  }
}

package farol.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Mails in files. */
public final class MailFiles {
  private MailFiles() {}

  /** Writes one, a byte a character. */
  public static Path write(Path file, String mail) throws IOException {
    return Files.writeString(file, mail, ISO_8859_1);
  }

  /** The files of a folder, by name; none if it is missing. */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  /** What the files of a folder say, by their names. */
  public static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : in(folder)) {
      texts.add(Files.readString(file, ISO_8859_1));
    }
    return texts;
  }

  /** Deletes the files of a folder. */
  static void delete(Path folder) throws IOException {
    for (Path file : in(folder)) {
      Files.delete(file);
    }
  }
}

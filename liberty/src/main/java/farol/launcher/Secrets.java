package farol.launcher;

import farol.domain.user.Password;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Secrets that Farol makes for itself at its first start and keeps in one file that only its owner
 * can read: passwords of the database, the keys and the job scheduler, the hash of the first
 * administrator's password, and the key of the database's sealed tokens.
 */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties values = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  static Secrets in(DataDirectory data) throws StartFailure {
    Secrets secrets = new Secrets(data.file("secrets.properties"));
    if (Files.exists(secrets.file)) {
      try (Reader reader = Files.newBufferedReader(secrets.file)) {
        secrets.values.load(reader);
      } catch (IOException e) {
        throw new StartFailure(secrets.file + " can't be read (" + e + ")", e);
      }
    }
    return secrets;
  }

  /** The secret of this name; made, and durable, before it is given out for the first time. */
  String get(String name) throws StartFailure {
    return get(name, Password::random);
  }

  /** As {@link #get}, a key of 256 bits in Base64. */
  String key(String name) throws StartFailure {
    return get(name, () -> Base64.getEncoder().withoutPadding().encodeToString(bytes(32)));
  }

  private String get(String name, Supplier<String> maker) throws StartFailure {
    Optional<String> known = find(name);
    if (known.isPresent()) {
      return known.get();
    }
    String made = maker.get();
    put(name, made);
    return made;
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.getProperty(name));
  }

  void put(String name, String value) throws StartFailure {
    values.setProperty(name, value);
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(next);
      Files.createFile(
          next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(next)) {
        values.store(writer, "Made by Farol. Keep it with the data directory, and keep it secret.");
      }
      force(next, StandardOpenOption.WRITE);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      force(file.resolveSibling(""), StandardOpenOption.READ);
    } catch (IOException e) {
      throw new StartFailure(file + " can't be written (" + e + ")", e);
    }
  }

  /** Has the disk hold a file, or the names in a folder, before the machine may lose power. */
  private static void force(Path path, OpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}

package farol.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZippedFolderTest {
  @TempDir Path folder;

  @Test
  void hasEveryFileBelowTheFolderUnderItsPath() throws IOException {
    byte[] large = new byte[1_000_000];
    new Random(1).nextBytes(large);
    Files.write(folder.resolve("large"), large);
    Files.createDirectories(folder.resolve("2024/05/cur"));
    Files.writeString(folder.resolve("2024/05/cur/a:2,S"), "mail");
    Files.createFile(folder.resolve("2024/empty"));

    Map<String, byte[]> entries = entries(zipped());

    assertThat(entries).containsOnlyKeys("large", "2024/05/cur/a:2,S", "2024/empty");
    assertThat(entries.get("large")).isEqualTo(large);
    assertThat(entries.get("2024/05/cur/a:2,S")).asString(US_ASCII).isEqualTo("mail");
    assertThat(entries.get("2024/empty")).isEmpty();
  }

  @Test
  void anEmptyFolderIsAnEmptyZipFile() throws IOException {
    assertThat(zipped()).startsWith('P', 'K');
    assertThat(entries(zipped())).isEmpty();
  }

  @Test
  void linksAreLeftOut() throws IOException {
    Path file = Files.writeString(folder.resolve("report.json"), "{}");
    Files.createSymbolicLink(folder.resolve("link.json"), file);
    Files.createSymbolicLink(folder.resolve("round"), folder);

    assertThat(entries(zipped())).containsOnlyKeys("report.json");
  }

  /** Half a zip file must not pass for a whole one. */
  @Test
  void aFolderThatVanishesMeanwhileEndsItWithAnError() throws IOException {
    byte[] large = new byte[1_000_000];
    new Random(1).nextBytes(large);
    for (String name : List.of("one", "other")) {
      Files.write(Files.createDirectory(folder.resolve(name)).resolve("large"), large);
    }
    try (InputStream zip = new ZippedFolder(folder)) {
      String start = new String(zip.readNBytes(100), ISO_8859_1);
      Path left = folder.resolve(start.contains("one/large") ? "other" : "one");
      Files.delete(left.resolve("large"));
      Files.delete(left);

      assertThatIOException().isThrownBy(zip::readAllBytes);
    }
  }

  private byte[] zipped() throws IOException {
    try (InputStream zip = new ZippedFolder(folder)) {
      return zip.readAllBytes();
    }
  }

  private static Map<String, byte[]> entries(byte[] file) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}

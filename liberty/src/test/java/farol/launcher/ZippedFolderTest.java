package farol.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final List<String> unread = new ArrayList<>();

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

  @Test
  void whatIsStillBeingWrittenToAMaildirIsLeftOut() throws IOException {
    for (String name : List.of("cur", "new", "tmp")) {
      Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("1"), "mail");
    }

    assertThat(entries(zipped())).containsOnlyKeys("cur/1", "new/1");
    assertThat(unread).isEmpty();
  }

  @Test
  void whatVanishesMeanwhileIsToldAndTheRestIsThere() throws IOException {
    byte[] large = new byte[1_000_000];
    new Random(1).nextBytes(large);
    Files.write(folder.resolve("a"), large);
    Path vanishing = Files.writeString(folder.resolve("b"), "report");
    Files.createDirectory(folder.resolve("c"));
    Files.writeString(folder.resolve("d"), "report");
    byte[] all;
    try (InputStream zip = new ZippedFolder(folder, unread::add)) {
      byte[] start = zip.readNBytes(100);
      Files.delete(vanishing);
      Files.delete(folder.resolve("c"));
      all = joined(start, zip.readAllBytes());
    }

    assertThat(entries(all)).containsOnlyKeys("a", "d");
    assertThat(unread)
        .containsExactly(
            "b is left out: it cannot be opened", "c is left out: it cannot be opened");
  }

  private static byte[] joined(byte[] start, byte[] rest) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(start);
    all.writeBytes(rest);
    return all.toByteArray();
  }

  private byte[] zipped() throws IOException {
    try (InputStream zip = new ZippedFolder(folder, unread::add)) {
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
